package org.claimgate.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * One PostgreSQL for all tests of this process, and a database of it for each that asks. It ends with the process; where it
 * cannot start, tests fail.
 */
public final class TestPostgres {

    private static final TestPostgres SERVER = new TestPostgres();

    private EmbeddedPostgres postgres;
    private int databases;

    private TestPostgres() {}

    /** The address of an empty database; user and password are {@code postgres}. */
    public static String newDatabase() {
        return SERVER.create();
    }

    private synchronized String create() {
        String name = "ledger" + ++databases;
        try (Connection connection = server().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
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
