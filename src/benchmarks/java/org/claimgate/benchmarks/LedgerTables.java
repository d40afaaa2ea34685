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
    private static final int LOOK_MILLIS = 5;
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

    /** With their interchanges and messages, and that these waited to be sent. */
    Spent copyClaims(String prefix, int count) throws SQLException {
        String claims = "(select id from claim where patient_control_number like '" + prefix + "%')";
        String interchanges = "(select interchange from claim_state where claim in " + claims + ")";
        String contents = "(select content from interchange where id in " + interchanges + ")";
        String messages = "queue = 'claimgate.status' and substring(duplicate_id from 7 for 20) in " + claims;
        return copy(
                count,
                rows("content", "id in " + contents + " order by id"),
                rows("content_piece", "content in " + contents + " order by content, ordinal"),
                rows("interchange", "id in " + interchanges + " order by id"),
                rows("transaction_set", "interchange in " + interchanges + " order by interchange"),
                rows("expected_answer", "interchange in " + interchanges + " order by interchange"),
                rows("claim", "id in " + claims + " order by id"),
                rows("claim_state", "claim in " + claims + " order by claim"),
                rows("claim_document", "claim in " + claims + " order by claim"),
                rows("claim_written", "claim in " + claims + " order by claim"),
                rows("claim_event", "claim in " + claims + " and kind = 'TAKEN_IN' order by claim"),
                rows("claim_event", "claim in " + claims + " and kind = 'BATCHED' order by claim"),
                rows("claim_event", "claim in " + claims + " and kind = 'SENT' order by claim"),
                rows("outbox", messages + " order by id"),
                bodies(messages),
                waiting(messages));
    }

    /** With their files and messages, and that these waited to be sent. */
    Spent copyPayments(String prefix, int count) throws SQLException {
        String files = "(select id from inbox_file where name like '" + prefix + "%')";
        String contents = "(select content from inbox_file where name like '" + prefix + "%')";
        String messages = "file in " + files;
        return copy(
                count,
                rows("content", "id in " + contents + " order by id"),
                rows("content_piece", "content in " + contents + " order by content, ordinal"),
                rows("inbox_file", "id in " + files + " order by id"),
                rows("received_content", "file in " + files + " order by file"),
                rows("claim_event", "file in " + files + " order by id"),
                rows("outbox", messages + " order by id"),
                bodies(messages),
                waiting(messages));
    }

    private Rows bodies(String messages) throws SQLException {
        return read(
                "outbox_body",
                "select outbox_body.* from outbox_body join outbox on duplicate_id = message where " + messages
                        + " order by id");
    }

    /** These rows are gone by the time that everything has been sent. */
    private Rows waiting(String messages) throws SQLException {
        return read("outbox_waiting", "select id as message from outbox where " + messages + " order by id");
    }

    private Rows rows(String table, String where) throws SQLException {
        return read(table, "select * from " + table + " where " + where);
    }

    private record Rows(String table, List<Object[]> values, List<String> columns) {

        /** What goes into one of so many transactions: a like share; of few rows, which others refer to, all into the first. */
        List<Object[]> share(int transaction, int transactions) {
            if (values.size() < IN_A_TRANSACTION) {
                return transaction == 0 ? values : List.of();
            }
            int all = values.size();
            return values.subList(all * transaction / transactions, all * (transaction + 1) / transactions);
        }
    }

    private Rows read(String table, String query) throws SQLException {
        try (Statement statement = ledger.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            int width = row.getMetaData().getColumnCount();
            List<String> columns = new ArrayList<>();
            for (int column = 1; column <= width; column++) {
                columns.add(row.getMetaData().getColumnLabel(column));
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

    /** @param count of claims or payments; the rows of as many as the gateway takes in together are in a transaction that is forced to disk */
    private Spent copy(int count, Rows... tables) throws SQLException {
        try (Statement statement = other.createStatement()) {
            int transactions = count / IN_A_TRANSACTION;
            return Spent.by(() -> {
                for (int transaction = 0; transaction < transactions; transaction++) {
                    for (Rows rows : tables) {
                        insert(rows.table(), rows.columns(), rows.share(transaction, transactions));
                    }
                    other.commit();
                    statement.execute("checkpoint sync");
                }
            });
        }
    }

    private void insert(String table, List<String> columns, List<Object[]> rows) throws SQLException {
        try (PreparedStatement insert = other.prepareStatement(
                "insert into " + table + " (" + String.join(", ", columns) + ") overriding system value values ("
                        + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")")) {
            for (Object[] row : rows) {
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
