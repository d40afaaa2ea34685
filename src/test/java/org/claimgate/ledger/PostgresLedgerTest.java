package org.claimgate.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Starts a PostgreSQL of its own; where that cannot start, these tests fail. */
class PostgresLedgerTest extends LedgerContract {

    private static EmbeddedPostgres postgres;
    private static int databases;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Override
    Ledger openEmpty(Clock clock) throws SQLException {
        return Ledger.open(newDatabase(), "postgres", "postgres", clock);
    }

    @Test
    void earlierMessagesAreFoundByClaimAndFile() throws SQLException {
        EarlierMessages.areFoundByClaimAndFile(newDatabase(), "postgres", "postgres");
    }

    private static String newDatabase() throws SQLException {
        String name = "ledger" + ++databases;
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return postgres.getJdbcUrl("postgres", name);
    }
}
