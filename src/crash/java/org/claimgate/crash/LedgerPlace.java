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
import org.claimgate.ledger.PowerCutDisk;
import org.claimgate.ledger.TestPostgres;

/**
 * Where a site's ledger lies: in an H2 file, or in a database of a PostgreSQL.
 *
 * @param file of H2; null on PostgreSQL
 * @param settings what a gateway has to be told
 */
record LedgerPlace(String url, String user, String password, Path file, Map<String, String> settings) {

    /** As a gateway does by default. */
    static LedgerPlace h2(Path site) {
        return h2(site, Map.of());
    }

    /** On a {@link PowerCutDisk} that keeps, of a hundred sectors that were not forced, so many. */
    static LedgerPlace unforced(Path site, int surviving) {
        return cut(site, surviving, PowerCutDisk.Forcing.NOW);
    }

    /** On a {@link PowerCutDisk} that is not forced when it is asked to. */
    static LedgerPlace forgetful(Path site, PowerCutDisk.Forcing forcing) {
        return cut(site, 0, forcing);
    }

    private static LedgerPlace cut(Path site, int surviving, PowerCutDisk.Forcing forcing) {
        String url = "jdbc:h2:" + PowerCutDisk.SCHEME + ":" + site.resolve("work/ledger");
        return h2(
                site,
                Map.of(
                        "claimgate.ledger.url",
                        url,
                        PowerCutDisk.SURVIVING,
                        String.valueOf(surviving),
                        PowerCutDisk.FORCING,
                        forcing.name()));
    }

    private static LedgerPlace h2(Path site, Map<String, String> settings) {
        Path file = site.resolve("work/ledger");
        return new LedgerPlace("jdbc:h2:file:" + file, "claimgate", "", Path.of(file + ".mv.db"), settings);
    }

    /** A database of its own, wherever the site is. */
    static LedgerPlace postgresql(Path site) {
        String url = TestPostgres.newDatabase();
        Map<String, String> settings = Map.of(
                "claimgate.ledger.url",
                url,
                "claimgate.ledger.user",
                "postgres",
                "claimgate.ledger.password",
                "postgres");
        return new LedgerPlace(url, "postgres", "postgres", null, settings);
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
