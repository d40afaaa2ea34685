package org.claimgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.claimgate.ledger.StoredClaim.Position;
import org.claimgate.response.AwaitedAnswer;
import org.claimgate.response.ClaimState;
import org.flywaydb.core.Flyway;

/**
 * A ledger of a gateway that kept how far a claim has come in the row of what it is: one claim that was sent and replaced, one that
 * waits and may have left, and one that was refused and had no partner.
 */
final class EarlierClaims {

    private static final Instant RECEIVED = Instant.parse("2026-11-27T10:00:00Z");

    private static final String ROWS =
            """
            insert into content (bytes, sha256) values (1, '%1$s');
            insert into interchange (partner, isa13, gs06, file_name, vocabulary, usage_indicator, claims, content, state, attempt,
                inferred, created_at) values ('p', '000000007', '8', 'a.x12', 'professional-claim', 'P', 1, 1, 'VISIBLE', 1, false,
                '%4$s');
            insert into claim (id, sender, content_hash, vocabulary, partner, usage_indicator, patient_control_number,
                payer_control_number, state, issues, received_at, interchange, isa13, gs06, st02, bht03, ordinal, overdue,
                replaced_by, restored) values
                ('SENT', 'billing', '%1$s', 'professional-claim', 'p', 'P', 'A1', 'PAYER1', 'SENT', '[]', '%4$s', 1, '000000007', '8',
                '0001', 'B7', 3, '999,277CA', 'NEWER', false);
            insert into claim (id, sender, content_hash, vocabulary, partner, usage_indicator, patient_control_number, state, issues,
                received_at, restored) values
                ('WAITS', 'billing', '%2$s', 'professional-claim', 'p', 'P', 'A2', 'READY', '[]', '%4$s', true);
            insert into claim (id, sender, content_hash, state, issues, received_at) values
                ('REFUSED', 'billing', '%3$s', 'REFUSED', '[]', '%4$s');
            insert into claim_document (claim, document) values ('SENT', '{}');
            insert into claim_event (claim, at, state, kind, interchange, summary) values
                ('SENT', '%4$s', 'SENT', 'SENT', 1, 'Sent');
            """
                    .formatted("a".repeat(64), "b".repeat(64), "c".repeat(64), "2026-11-27 10:00:00+00");

    private EarlierClaims() {}

    static void areAsFarAsTheyWere(String url, String user, String password) throws SQLException {
        make(url, user, password, List.of());
        try (Ledger ledger = Ledger.open(url, user, password, Clock.systemUTC())) {
            StoredClaim sent = ledger.claims().find("SENT").orElseThrow();
            assertThat(sent)
                    .isEqualTo(new StoredClaim(
                            "SENT",
                            "billing",
                            "a".repeat(64),
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
            assertThat(ledger.claims().find("REFUSED").orElseThrow().partner()).isNull();
            waitsAsBefore(ledger);
        }
    }

    private static void waitsAsBefore(Ledger ledger) {
        StoredClaim waits = ledger.claims().find("WAITS").orElseThrow();
        assertThat(ledger.claims().mayHaveLeft(waits)).isTrue();
        assertThat(ledger.claims().waiting()).singleElement().satisfies(waiting -> {
            assertThat(waiting.restored()).isTrue();
            assertThat(waiting.oldest()).isEqualTo(RECEIVED);
            assertThat(ledger.inTransaction(() -> ledger.claims().lockReady(waiting, 10)))
                    .containsExactly(waits);
        });
    }

    /**
     * The upgrade was broken off before it was noted, and the earlier gateway has gone on with its work.
     *
     * @param steps of the upgrade, each committed by itself
     */
    static void areAsFarAsTheEarlierGatewayBroughtThem(String url, List<String> steps) throws SQLException {
        make(url, "sa", "", steps);
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement earlier = connection.createStatement()) {
            earlier.execute("update claim set state = 'BATCHED', interchange = 1 where id = 'WAITS'");
        }
        try (Ledger ledger = Ledger.open(url, "sa", "", Clock.systemUTC())) {
            assertThat(ledger.claims().find("WAITS").orElseThrow().state()).isEqualTo(ClaimState.BATCHED);
            assertThat(ledger.claims().waiting()).isEmpty();
        }
    }

    private static void make(String url, String user, String password, List<String> more) throws SQLException {
        Flyway.configure().dataSource(url, user, password).target("18").load().migrate();
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            for (String row : ROWS.split(";\n")) {
                statement.execute(row);
            }
            for (String step : more) {
                statement.execute(step);
            }
        }
    }
}
