package org.claimgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import org.claimgate.ledger.OutboxStore.Told;
import org.flywaydb.core.Flyway;

/** A ledger of a gateway that did not know yet what its messages were about. */
final class EarlierMessages {

    private static final String CLAIM = "0".repeat(20);
    private static final String SHA256 = "a".repeat(64);

    private EarlierMessages() {}

    static void areFoundByClaimAndFile(String url, String user, String password) throws SQLException {
        Flyway.configure().dataSource(url, user, password).target("5").load().migrate();
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("insert into content (bytes, sha256) values (1, '%s')".formatted(SHA256));
            statement.execute(
                    "insert into inbox_file (partner, name, bytes, modified_at, sha256, first_of, content, state,"
                            + " disposed, fetched_at) values ('p', 'a', 1, current_timestamp, '%1$s', '%1$s', 1, 'INTERPRETED', true,"
                                    .formatted(SHA256)
                            + " current_timestamp)");
            insert(statement, "claim:" + CLAIM + ":SENT", "status", "{\"subject\":\"" + CLAIM + "\",\"data\":{}}");
            insert(statement, "file:" + SHA256 + ":1", "status", "{\"subject\":\"" + CLAIM + "\",\"data\":{}}");
            insert(statement, "file:" + SHA256 + ":2", "status", "{\"data\":{}}");
        }
        try (Ledger ledger = Ledger.open(url, user, password, Clock.systemUTC())) {
            assertThat(ids(ledger, Told.ofSubject(CLAIM, "another type")))
                    .containsExactly("claim:" + CLAIM + ":SENT", "file:" + SHA256 + ":1");
            assertThat(ids(ledger, Told.ofFile(1))).containsExactly("file:" + SHA256 + ":1", "file:" + SHA256 + ":2");
        }
    }

    private static void insert(Statement statement, String id, String type, String body) throws SQLException {
        statement.execute("insert into outbox (duplicate_id, queue, type, partner, state, body, created_at, published)"
                + " values ('%s', 'q', '%s', 'p', 'SENT', '%s', current_timestamp, true)".formatted(id, type, body));
    }

    private static List<String> ids(Ledger ledger, Told told) {
        return ledger.outbox().originals(told, 0, 10).stream()
                .map(waiting -> waiting.message().duplicateId())
                .toList();
    }
}
