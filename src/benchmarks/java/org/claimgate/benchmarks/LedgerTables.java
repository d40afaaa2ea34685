package org.claimgate.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.claimgate.camel.GatewayConfig;
import org.claimgate.ledger.Ledger;

/**
 * The gateway's tables as plain SQL sees them, and the same rows written by nothing but JDBC into a ledger of their own, which
 * grows as the gateway's does.
 */
final class LedgerTables implements AutoCloseable {

    private static final int IN_A_TRANSACTION = 400;
    private static final int LOOK_MILLIS = 20;
    private static final String SENT = "select coalesce(sum(claims), 0) from interchange where state = 'VISIBLE'";

    private final Connection ledger;
    private final Connection other;

    private LedgerTables(Connection ledger, Connection other) {
        this.ledger = ledger;
        this.other = other;
    }

    /** @param folder for the copy */
    static LedgerTables of(GatewayConfig config, Path folder) throws SQLException {
        // The gateway of this process has the file open on its own disk for H2.
        String open = config.ledgerUrl().replaceFirst("^jdbc:h2:", "jdbc:h2:ordered:");
        return new LedgerTables(
                DriverManager.getConnection(open, config.ledgerUser(), config.ledgerPassword()), emptyCopy(folder));
    }

    private static Connection emptyCopy(Path folder) throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("copy");
        Ledger.open(url, "claimgate", "", Clock.systemUTC()).close();
        Connection copy = DriverManager.getConnection(url, "claimgate", "");
        try (Statement statement = copy.createStatement()) {
            statement.execute("set referential_integrity false");
        }
        copy.setAutoCommit(false);
        return copy;
    }

    /** How many claims partners see. */
    long sent() throws SQLException {
        return number(SENT);
    }

    void awaitSent(long claims) throws SQLException, InterruptedException {
        await(SENT, claims);
    }

    /** From the first that was taken in to the last file that was visible. */
    Duration takenInToVisible(String prefix) throws SQLException {
        return between("select min(c.received_at), max(i.visible_at) from claim c join claim_state s on s.claim = c.id"
                + " join interchange i on i.id = s.interchange"
                + " where c.patient_control_number like '" + prefix + "%'");
    }

    void awaitAllPublished() throws SQLException, InterruptedException {
        await("select case when exists (select 1 from outbox_waiting) then 0 else 1 end", 1);
    }

    void awaitInterpreted(String name, int files) throws SQLException, InterruptedException {
        await("select count(*) from inbox_file where state = 'INTERPRETED' and name like '" + name + "%'", files);
    }

    /** From the first of some files in the ledger until now. */
    Duration sinceFetched(String name) throws SQLException {
        return between("select min(fetched_at), current_timestamp from inbox_file where name like '" + name + "%'");
    }

    Spent copyClaims(String prefix) throws SQLException {
        String ids = "(select id from claim where patient_control_number like '" + prefix + "%')";
        return copy(
                rows("claim", "id in " + ids),
                rows("claim_state", "claim in " + ids),
                rows("claim_document", "claim in " + ids),
                rows("claim_written", "claim in " + ids),
                rows("claim_event", "claim in " + ids + " and kind in ('TAKEN_IN', 'BATCHED', 'SENT')"),
                rows("outbox", "queue = 'claimgate.status' and substring(duplicate_id from 7 for 20) in " + ids),
                rows("outbox_body", "substring(message from 7 for 20) in " + ids));
    }

    Spent copyPayments(String prefix, int payments) throws SQLException {
        String ids = "(select id from claim where patient_control_number like '" + prefix + "%')";
        String last = "queue = 'claimgate.payments' order by id desc limit " + payments;
        return copy(
                rows("claim_event", "claim in " + ids + " and file is not null"),
                rows("outbox", last),
                rows("outbox_body", "message in (select duplicate_id from outbox where " + last + ")"));
    }

    private record Rows(String table, List<Object[]> values, List<String> columns) {}

    private Rows rows(String table, String where) throws SQLException {
        try (Statement statement = ledger.createStatement();
                ResultSet row = statement.executeQuery("select * from " + table + " where " + where)) {
            int width = row.getMetaData().getColumnCount();
            List<String> columns = new ArrayList<>();
            for (int column = 1; column <= width; column++) {
                columns.add(row.getMetaData().getColumnName(column));
            }
            List<Object[]> values = new ArrayList<>();
            while (row.next()) {
                Object[] cells = new Object[width];
                for (int column = 0; column < width; column++) {
                    Object cell = row.getObject(column + 1);
                    cells[column] = cell instanceof java.sql.Clob ? row.getString(column + 1) : cell;
                }
                values.add(cells);
            }
            return new Rows(table, values, columns);
        }
    }

    /** Inserts the rows of as many claims in a transaction that is forced to disk as the gateway takes in together. */
    private Spent copy(Rows... tables) throws SQLException {
        try (Statement statement = other.createStatement()) {
            int transactions = tables[0].values().size() / IN_A_TRANSACTION;
            return Spent.by(() -> {
                for (int transaction = 0; transaction < transactions; transaction++) {
                    for (Rows rows : tables) {
                        insert(rows, transaction, transactions);
                    }
                    other.commit();
                    statement.execute("checkpoint sync");
                }
            });
        }
    }

    private void insert(Rows rows, int transaction, int transactions) throws SQLException {
        int share = rows.values().size() / transactions;
        try (PreparedStatement insert = other.prepareStatement("insert into " + rows.table() + " ("
                + String.join(", ", rows.columns()) + ") overriding system value values ("
                + String.join(", ", Collections.nCopies(rows.columns().size(), "?")) + ")")) {
            for (Object[] row : rows.values().subList(transaction * share, (transaction + 1) * share)) {
                for (int column = 0; column < row.length; column++) {
                    insert.setObject(column + 1, row[column]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void await(String query, long wanted) throws SQLException, InterruptedException {
        while (number(query) < wanted) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private Duration between(String query) throws SQLException {
        try (Statement statement = ledger.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return Duration.between(row.getObject(1, OffsetDateTime.class), row.getObject(2, OffsetDateTime.class));
        }
    }

    private long number(String query) throws SQLException {
        try (Statement statement = ledger.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        other.close();
        ledger.close();
    }
}
