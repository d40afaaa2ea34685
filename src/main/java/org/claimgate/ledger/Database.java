package org.claimgate.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.h2.api.ErrorCode;
import org.springframework.jdbc.core.JdbcTemplate;

/** Connects to H2 or PostgreSQL, and checks that a PostgreSQL keeps what it has committed. */
final class Database {

    static final int CONNECTIONS = 20;

    /** Of their own: a node that has all hands full goes on renewing what it holds. */
    private static final int LEASE_CONNECTIONS = 1;

    private static final Duration LEASE_PATIENCE = Duration.ofSeconds(5);

    /** With room for the pages (KB) and statements in use, of which H2 would keep few. */
    private static final Map<String, String> H2_SETTINGS = Map.of(
            "DB_CLOSE_ON_EXIT", "FALSE",
            // It is tried again (WholeCommits).
            "LOCK_TIMEOUT", "50",
            "CACHE_SIZE", "65536",
            "QUERY_CACHE_SIZE", "100",
            // Not within somebody's commit; Ledger.analyze does it.
            "ANALYZE_AUTO", "0");

    /**
     * PostgreSQL ends a transaction in which nothing has been asked for so long: a node that was paused or has lost its line keeps
     * no locks, such as the turn to publish. Longer than any step computes between two statements, and longer than the broker waits
     * for a silent client (docs/decisions/0018-several-nodes.md).
     */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(45);

    /**
     * H2 changes its own tables each time that a sequence has given this many numbers; a kill leaves a gap. Not for PostgreSQL, where each
     * connection would have numbers of its own and messages would be out of order.
     */
    private static final int NUMBERS_AT_A_TIME = 1_000;

    /** Not for a URL to say: {@link QuietMoments} settle when H2 writes, and {@link WholeCommits} who waits. */
    private static final String NOT_FOR_A_URL = "(?i);(WRITE_DELAY|LOCK_TIMEOUT)=[^;]*";

    private static final String IN_MEMORY = "jdbc:h2:mem:";

    static {
        // H2 would look up each string that it reads among earlier ones: a tenth of the work of a transaction.
        System.setProperty("h2.objectCache", System.getProperty("h2.objectCache", "false"));
    }

    private Database() {}

    static boolean isEmbedded(String url) {
        return url.startsWith("jdbc:h2:");
    }

    static HikariDataSource connect(String url, String user, String password) {
        return connect("ledger", CONNECTIONS, url, user, password);
    }

    /** Which says soon that it does not get through. */
    static HikariDataSource connectForLeases(String url, String user, String password) {
        HikariDataSource leases = connect("leases", LEASE_CONNECTIONS, url, user, password);
        leases.setConnectionTimeout(LEASE_PATIENCE.toMillis());
        return leases;
    }

    private static HikariDataSource connect(String name, int connections, String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(isEmbedded(url) ? durable(url) : url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        if (!isEmbedded(url)) {
            config.addDataSourceProperty("logServerErrorDetail", "false");
            config.setConnectionInitSql("set idle_in_transaction_session_timeout = " + LONGEST_SILENCE.toMillis());
        }
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            if (e.getCause() instanceof SQLException cause
                    && cause.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                throw new IllegalStateException(
                        "the ledger " + url + " is open in another process: an H2 file has one gateway. Stop the other;"
                                + " several gateways need claimgate.ledger.url to name a PostgreSQL",
                        e);
            }
            throw e;
        }
    }

    private static void countInLargeSteps(JdbcTemplate h2) {
        for (String table : List.of("claim_event", "outbox", "content", "interchange", "inbox_file", "inquiry")) {
            h2.execute("alter table " + table + " alter column id set cache " + NUMBERS_AT_A_TIME);
        }
    }

    /** Brings the tables up to date, and refuses a PostgreSQL that may forget what it has committed. */
    static void prepare(String url, HikariDataSource dataSource) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        if (isEmbedded(url)) {
            // Nothing is written in the middle of a migration.
            jdbc.execute("set write_delay 0");
            Migrations.run(dataSource, true);
            countInLargeSteps(jdbc);
        } else {
            refuseUnless(jdbc, "show fsync", "on");
            refuseUnless(jdbc, "show synchronous_commit", "on");
            Migrations.run(dataSource, false);
        }
    }

    private static void refuseUnless(JdbcTemplate jdbc, String query, String wanted) {
        String found = jdbc.query(query, rows -> rows.next() ? rows.getString(1) : "absent");
        if (!wanted.equals(found)) {
            throw new IllegalStateException("the ledger's database may lose what it has committed: '" + query
                    + "' gives " + found + ", needed is " + wanted);
        }
    }

    static String durable(String url) {
        String free = url.replaceAll(NOT_FOR_A_URL, "");
        StringBuilder durable = new StringBuilder(free.startsWith(IN_MEMORY) ? free : OrderedDisk.on(free));
        H2_SETTINGS.forEach((name, value) -> {
            if (!free.toUpperCase(Locale.ROOT).contains(";" + name + "=")) {
                durable.append(';').append(name).append('=').append(value);
            }
        });
        return durable.toString();
    }
}
