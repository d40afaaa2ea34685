package org.claimgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.claimgate.ledger.StoredClaim.Position;
import org.claimgate.response.AwaitedAnswer;
import org.claimgate.response.ClaimState;
import org.flywaydb.core.Flyway;

/** A ledger of a gateway that kept how far a claim has come in the row of what it is. */
final class EarlierClaims {

    private static final Instant RECEIVED = Instant.parse("2026-11-27T10:00:00Z");

    private EarlierClaims() {}

    static void areAsFarAsTheyWere(String url, String user, String password) throws SQLException {
        Flyway.configure().dataSource(url, user, password).target("18").load().migrate();
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("insert into content (bytes, sha256) values (1, '%s')".formatted("a".repeat(64)));
            statement.execute("insert into interchange (partner, isa13, gs06, file_name, vocabulary, usage_indicator,"
                    + " claims, content, state, attempt, inferred, created_at) values ('p', '000000007', '8', 'a.x12',"
                    + " 'professional-claim', 'P', 1, 1, 'VISIBLE', 1, false, current_timestamp)");
            String columns = "insert into claim (id, sender, content_hash, vocabulary, partner, usage_indicator,"
                    + " patient_control_number, payer_control_number, state, issues, received_at, interchange, isa13, gs06,"
                    + " st02, bht03, ordinal, overdue, replaced_by, restored) values ";
            String received = "timestamp with time zone '2026-11-27 10:00:00+00'";
            statement.execute(columns + "('SENT', 'billing', '" + "b".repeat(64) + "', 'professional-claim', 'p', 'P',"
                    + " 'A1', 'PAYER1', 'SENT', '[]', " + received
                    + ", 1, '000000007', '8', '0001', 'B7', 3, '999,277CA',"
                    + " 'NEWER', false)");
            statement.execute("insert into claim_document (claim, document) values ('SENT', '{}')");
            statement.execute("insert into claim_event (claim, at, state, kind, interchange, summary) values ('SENT', "
                    + received + ", 'SENT', 'SENT', 1, 'Sent')");
            statement.execute(columns + "('WAITS', 'billing', '" + "c".repeat(64) + "', 'professional-claim', 'p', 'P',"
                    + " 'A2', null, 'READY', '[]', " + received
                    + ", null, null, null, null, null, null, '', null, true)");
        }
        try (Ledger ledger = Ledger.open(url, user, password, Clock.systemUTC())) {
            StoredClaim sent = ledger.claims().find("SENT").orElseThrow();
            assertThat(sent)
                    .isEqualTo(new StoredClaim(
                            "SENT",
                            "billing",
                            "b".repeat(64),
                            "professional-claim",
                            "p",
                            "P",
                            "A1",
                            "A1",
                            "PAYER1",
                            ClaimState.SENT,
                            RECEIVED,
                            Set.of(AwaitedAnswer.of("999"), AwaitedAnswer.of("277CA")),
                            new Position(1, "000000007", "8", "0001", "B7", 3),
                            null,
                            "NEWER"));
            assertThat(ledger.claims().ofInterchange(1)).containsExactly(sent);
            assertThat(ledger.claims().document("SENT")).isEmpty();
            assertThat(ledger.claims().events("SENT")).hasSize(1);
            StoredClaim waits = ledger.claims().find("WAITS").orElseThrow();
            assertThat(ledger.claims().mayHaveLeft(waits)).isTrue();
            assertThat(ledger.claims().waiting()).singleElement().satisfies(waiting -> {
                assertThat(waiting.restored()).isTrue();
                assertThat(waiting.oldest()).isEqualTo(RECEIVED);
                assertThat(ledger.inTransaction(() -> ledger.claims().lockReady(waiting, 10)))
                        .containsExactly(waits);
            });
        }
    }
}
