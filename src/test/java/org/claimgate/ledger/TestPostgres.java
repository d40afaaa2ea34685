package org.claimgate.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;

/**
 * One PostgreSQL for all tests of this process, and a database of it for each that asks. It ends with the process; where it
 * cannot start, tests fail.
 */
public final class TestPostgres {

    private static final TestPostgres SERVER = new TestPostgres();

    /** Of every PostgreSQL: nothing is in it. */
    private static final String EMPTY = "template1";

    private EmbeddedPostgres postgres;
    private String migrated;
    private int databases;

    private TestPostgres() {}

    /** The address of an empty database; user and password are {@code postgres}. */
    public static String newDatabase() {
        return SERVER.url(SERVER.create(EMPTY));
    }

    /** The address of a ledger with today's tables and nothing in them. The migrations run once for all of them. */
    public static String newLedger() {
        return SERVER.url(SERVER.create(SERVER.migrated()));
    }

    private synchronized String migrated() {
        if (migrated == null) {
            String name = create(EMPTY);
            Ledger.open(url(name), "postgres", "postgres", Clock.systemUTC()).close();
            migrated = name;
        }
        return migrated;
    }

    private synchronized String create(String template) {
        String name = "ledger" + ++databases;
        try (Connection connection = server().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        return name;
    }

    private String url(String name) {
        return postgres.getJdbcUrl("postgres", name);
    }

    private EmbeddedPostgres server() throws IOException {
        if (postgres == null) {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        }
        return postgres;
    }
}
