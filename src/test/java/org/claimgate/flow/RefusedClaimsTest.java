package org.claimgate.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.claimgate.claim.Claims;
import org.claimgate.document.ClaimMappings;
import org.claimgate.guide.Guides;
import org.claimgate.ledger.Ledger;
import org.claimgate.partner.Partners;
import org.claimgate.response.ClaimState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A claim that was refused comes again as it was: it is judged again when what it was refused for has changed, and is one claim when not. */
class RefusedClaimsTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    private static Guides guides;

    @TempDir
    private Path partners;

    private Ledger ledger;

    @BeforeAll
    static void loadGuides() {
        guides = Guides.load(Path.of("mappings/x12"));
    }

    @BeforeEach
    void open() throws IOException {
        ledger = Ledger.open("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", Clock.systemUTC());
        served("SANDPAID");
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void on_the_day_of_a_service_that_was_in_the_future_it_is_taken_in() throws IOException {
        byte[] claim = claim("20260902", "20261202");
        Receipt early = hand(claim, NOON);
        assertThat(early.issues().findValuesAsText("code")).containsOnly("EDIT:X222.2400.DTP-472.010");
        assertThat(hand(claim, NOON).claimId()).as("handed in twice").isEqualTo(early.claimId());

        Receipt later = hand(claim, NOON.plus(Duration.ofDays(7)));
        assertThat(later.state()).isEqualTo(ClaimState.READY);
        assertThat(later.duplicate()).isFalse();
        assertThat(later.claimId()).isNotEqualTo(early.claimId());
    }

    @Test
    void when_a_partner_serves_its_payer_it_is_taken_in_once() throws IOException {
        served("ANOTHER");
        byte[] claim = claim("20260902", "20260902");
        assertThat(hand(claim, NOON).refused()).isTrue();

        served("SANDPAID");
        Receipt taken = hand(claim, NOON);
        assertThat(taken.state()).isEqualTo(ClaimState.READY);

        served("ANOTHER");
        Receipt again = hand(claim, NOON);
        assertThat(again.duplicate())
                .as("taken in is taken in, whatever the profile says later")
                .isTrue();
        assertThat(again.claimId()).isEqualTo(taken.claimId());
    }

    private void served(String payer) throws IOException {
        String profile = Files.readString(Path.of("partners/sandbox.yaml"));
        Files.writeString(
                partners.resolve("sandbox.yaml"), profile.replaceFirst("(?m)^payers:.*$", "payers: [" + payer + "]"));
    }

    private static byte[] claim(String day, String otherDay) throws IOException {
        return Files.readString(Path.of("edi-samples/837P/paid-office-visit/claim.json"))
                .replace(day, otherDay)
                .getBytes(StandardCharsets.UTF_8);
    }

    private Receipt hand(byte[] body, Instant at) {
        Clock clock = Clock.fixed(at, ZoneOffset.UTC);
        Admission admission = new Admission(ledger, new Claims(guides, clock), Partners.load(partners), clock);
        return new Intake(ledger, X12Alone.NO_MAPPINGS, ClaimMappings.load(Path.of("mappings/claims")), admission)
                .accept(new Handover(body, "test", "r", true))
                .get(0);
    }
}
