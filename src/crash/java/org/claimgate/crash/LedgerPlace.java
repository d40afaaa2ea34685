package org.claimgate.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.claimgate.ledger.TestPostgres;

/**
 * Where a site's ledger lies: in an H2 file, or in a database of a PostgreSQL.
 *
 * @param file of H2; null on PostgreSQL
 */
record LedgerPlace(String url, String user, String password, Path file) {

    /** As a gateway does by default. */
    static LedgerPlace h2(Path site) {
        Path file = site.resolve("work/ledger");
        return new LedgerPlace("jdbc:h2:file:" + file + ";WRITE_DELAY=0", "claimgate", "", Path.of(file + ".mv.db"));
    }

    /** A database of its own, wherever the site is. */
    static LedgerPlace postgresql(Path site) {
        return new LedgerPlace(TestPostgres.newDatabase(), "postgres", "postgres", null);
    }

    /** What a gateway has to be told. */
    Map<String, String> settings() {
        return isH2()
                ? Map.of()
                : Map.of(
                        "claimgate.ledger.url",
                        url,
                        "claimgate.ledger.user",
                        user,
                        "claimgate.ledger.password",
                        password);
    }

    boolean isH2() {
        return file != null;
    }

    /** On H2 only while no gateway runs. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Whether a gateway has begun to make it. */
    boolean isBegun() {
        return isH2()
                ? Files.exists(file)
                : !find("select tablename, '' from pg_tables where schemaname = 'public'")
                        .isEmpty();
    }

    /** The node that holds each partner. */
    Map<String, String> holders() {
        return find("select partner, node from lease where node is not null and expires_at >= current_timestamp");
    }

    private Map<String, String> find(String query) {
        try (Connection ledger = connect();
                Statement statement = ledger.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            Map<String, String> found = new HashMap<>();
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
