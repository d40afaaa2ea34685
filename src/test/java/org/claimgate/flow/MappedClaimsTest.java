package org.claimgate.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.claimgate.claim.Claims;
import org.claimgate.document.ClaimMappings;
import org.claimgate.guide.Guides;
import org.claimgate.ledger.EmptyLedger;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.OutboxStore;
import org.claimgate.partner.Partners;
import org.claimgate.response.ClaimState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claims of a sender whose system writes JSON of its own. */
class MappedClaimsTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-27T12:00:00Z"), ZoneOffset.UTC);
    private static final Path SHIPPED = Path.of("mappings/claims");
    private static final String SENDER = "flat-practice";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Guides guides;

    @TempDir
    private Path folder;

    private Ledger ledger;

    @BeforeAll
    static void loadGuides() {
        guides = Guides.load(Path.of("mappings/x12"));
    }

    @BeforeEach
    void open() {
        ledger = EmptyLedger.in(folder, NOON);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void are_taken_in_as_claims_of_ours_and_tell_by_which_mapping() throws IOException {
        Receipt receipt = hand(sample("paid-office-visit")).get(0);
        assertThat(receipt.state()).isEqualTo(ClaimState.READY);
        assertThat(receipt.json().path("mapping").asText()).isEqualTo("flat-practice-claim");
        ObjectNode claim = ledger.claims().document(receipt.claimId());
        assertThat(claim.at("/claimInformation/claimChargeAmount").asText()).isEqualTo("185.00");
        assertThat(claim.at("/subscriber/dateOfBirth").asText()).isEqualTo("19820614");
        assertThat(ledger.claims().find(receipt.claimId()).orElseThrow().partner())
                .isEqualTo("sandbox");
    }

    @Test
    void of_another_sender_are_read_as_our_own_vocabulary() throws IOException {
        Receipt receipt = intake(SHIPPED)
                .accept(new Handover(sample("paid-office-visit"), "somebody", "r", true))
                .get(0);
        assertThat(receipt.refused()).isTrue();
        assertThat(receipt.json().has("mapping")).isFalse();
        assertThat(receipt.issues().findValuesAsText("pointer")).contains("/memberNo");
    }

    @Test
    void are_the_same_claim_when_the_same_is_handed_in_again_however_it_is_laid_out() throws IOException {
        Receipt first = hand(sample("paid-office-visit")).get(0);
        byte[] again = ("[" + JSON.readTree(sample("paid-office-visit")) + "]").getBytes(StandardCharsets.UTF_8);
        assertThat(hand(again)).singleElement().satisfies(receipt -> {
            assertThat(receipt.duplicate()).isTrue();
            assertThat(receipt.claimId()).isEqualTo(first.claimId());
        });
    }

    @Test
    void that_are_refused_name_fields_of_the_claim_that_was_made_and_the_queue_is_told() throws IOException {
        Receipt refused = hand(sample("bad-missing-member")).get(0);
        assertThat(refused.issues().findValuesAsText("pointer")).containsExactly("/subscriber/memberId");
        ObjectNode data = (ObjectNode) message().get("data");
        assertThat(data.path("state").asText()).isEqualTo("REFUSED");
        assertThat(data.path("mapping").asText()).isEqualTo("flat-practice-claim");
        assertThat(data.get("issues")).isEqualTo(refused.issues());
    }

    @Test
    void that_cannot_be_mapped_are_refused_alone_and_every_object_is_answered() throws IOException {
        List<Receipt> receipts = hand(sample("bad-day-in-no-calendar"));
        assertThat(receipts).extracting(Receipt::state).containsExactly(ClaimState.READY, ClaimState.REFUSED);
        Receipt refused = receipts.get(1);
        assertThat(refused.readable()).isTrue();
        assertThat(refused.issues().findValuesAsText("code")).containsExactly("DOCUMENT:mapping");
        assertThat(refused.issues().findValuesAsText("message"))
                .containsExactly("record 2: the mapping hands date() what is none");
        assertThat(ledger.claims().find(refused.claimId())).isPresent();
        byte[] alone = JSON.writeValueAsBytes(
                JSON.readTree(sample("bad-day-in-no-calendar")).get(1));
        assertThat(hand(alone)).singleElement().satisfies(receipt -> {
            assertThat(receipt.duplicate()).isTrue();
            assertThat(receipt.claimId()).isEqualTo(refused.claimId());
        });
    }

    @Test
    void that_were_refused_are_judged_anew_when_the_mapping_has_been_repaired() throws IOException {
        Path wrong = mappings(".memberNo", ".memberNumber");
        Receipt refused = hand(sample("paid-office-visit"), wrong);
        assertThat(refused.refused()).isTrue();
        assertThat(hand(sample("paid-office-visit"), wrong).claimId()).isEqualTo(refused.claimId());

        Receipt taken = hand(sample("paid-office-visit"), SHIPPED);
        assertThat(taken.state()).isEqualTo(ClaimState.READY);
        assertThat(taken.duplicate()).isFalse();

        Receipt again = hand(sample("paid-office-visit"), wrong);
        assertThat(again.duplicate())
                .as("taken in is taken in, whatever the mapping says later")
                .isTrue();
        assertThat(again.claimId()).isEqualTo(taken.claimId());
    }

    /** The shipped mapping with another text in the place of one. */
    private Path mappings(String text, String other) throws IOException {
        Path made = Files.createTempDirectory(folder, "claims");
        Path mapping = Files.createDirectories(made.resolve("flat-practice-claim"));
        for (String file : List.of("claim.yaml", "claim.jslt")) {
            String shipped =
                    Files.readString(SHIPPED.resolve("flat-practice-claim").resolve(file));
            Files.writeString(mapping.resolve(file), shipped.replace(text, other));
        }
        return made;
    }

    private List<Receipt> hand(byte[] body) {
        return intake(SHIPPED).accept(new Handover(body, SENDER, "r", true));
    }

    private Receipt hand(byte[] body, Path mappings) {
        return intake(mappings).accept(new Handover(body, SENDER, "r", true)).get(0);
    }

    private Intake intake(Path mappings) {
        Admission admission = new Admission(ledger, new Claims(guides, NOON), Partners.load(Path.of("partners")), NOON);
        return new Intake(ledger, X12Alone.NO_MAPPINGS, ClaimMappings.load(mappings), admission);
    }

    private ObjectNode message() throws IOException {
        List<OutboxStore.Waiting> messages =
                ledger.inTransaction(() -> ledger.outbox().lockUnpublished(10));
        return JSON.readValue(messages.get(0).message().body(), ObjectNode.class);
    }

    private static byte[] sample(String name) throws IOException {
        return Files.readAllBytes(
                SHIPPED.resolve("flat-practice-claim/samples").resolve(name).resolve("input.json"));
    }
}
