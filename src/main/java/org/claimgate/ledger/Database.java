package org.claimgate.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.h2.api.ErrorCode;
import org.springframework.jdbc.core.JdbcTemplate;

/** Connects to H2 or PostgreSQL, brings its tables up to date, and checks that a commit is durable. */
final class Database {

    private static final int CONNECTIONS = 20;

    /**
     * PostgreSQL ends a transaction in which nothing has been asked for so long: a node that was paused or has lost its line keeps
     * no locks, such as the turn to publish. Longer than any step computes between two statements, and longer than the broker waits
     * for a silent client (docs/decisions/0018-several-nodes.md).
     */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(45);

    private static final String IN_MEMORY = "jdbc:h2:mem:";

    private Database() {}

    static boolean isEmbedded(String url) {
        return url.startsWith("jdbc:h2:");
    }

    static HikariDataSource connect(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("ledger");
        config.setJdbcUrl(isEmbedded(url) ? durable(url) : url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
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

    static void migrate(HikariDataSource dataSource) {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    /** Refuses a database that may forget what it has committed. */
    static void checkDurability(String url, JdbcTemplate jdbc) {
        if (!isEmbedded(url)) {
            refuseUnless(jdbc, "show fsync", "on");
            refuseUnless(jdbc, "show synchronous_commit", "on");
        } else if (!url.startsWith(IN_MEMORY)) {
            String setting = "select setting_value from information_schema.settings where setting_name = '%s'";
            refuseUnless(jdbc, setting.formatted("WRITE_DELAY"), "0");
        }
    }

    private static void refuseUnless(JdbcTemplate jdbc, String query, String wanted) {
        String found = jdbc.query(query, rows -> rows.next() ? rows.getString(1) : "absent");
        if (!wanted.equals(found)) {
            throw new IllegalStateException("the ledger's database may lose what it has committed: '" + query
                    + "' gives " + found + ", needed is " + wanted);
        }
    }

    private static String durable(String url) {
        StringBuilder durable = new StringBuilder(url.startsWith(IN_MEMORY) ? url : OrderedDisk.on(url));
        Map.of("WRITE_DELAY", "0", "DB_CLOSE_ON_EXIT", "FALSE", "LOCK_TIMEOUT", "10000")
                .forEach((name, value) -> {
                    if (!url.toUpperCase(Locale.ROOT).contains(";" + name + "=")) {
                        durable.append(';').append(name).append('=').append(value);
                    }
                });
        return durable.toString();
    }
}
