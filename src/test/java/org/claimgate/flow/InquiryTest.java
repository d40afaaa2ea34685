package org.claimgate.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.claimgate.guide.Guides;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.ledger.EmptyLedger;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.OutboxStore;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.ledger.StoredSet;
import org.claimgate.partner.Partners;
import org.claimgate.response.ClaimState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asking a partner how far claims have come. */
class InquiryTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    private static Guides guides;

    @TempDir
    private Path folder;

    private Ledger ledger;
    private SentClaims claims;
    private Inquiry inquiry;

    @BeforeAll
    static void loadGuides() {
        guides = Guides.load(Path.of("mappings/x12"));
    }

    @BeforeEach
    void open() throws IOException {
        Partners partners = SentClaims.partners(folder.resolve("partners"));
        ledger = EmptyLedger.in(folder, CLOCK);
        claims = new SentClaims(ledger, guides);
        inquiry = new Inquiry(ledger, partners, guides, CLOCK);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void claimsOfOnePatientAreAskedForInOneSetThatWaitsToBeDelivered() {
        claims.send(List.of("A1", "A2"));

        List<InquiryReceipt> receipts = ask("first", id("A1"), id("A2"));

        assertThat(receipts)
                .extracting(InquiryReceipt::trackingNumber)
                .containsExactlyInAnyOrder("Q000000001", "Q000000002");
        StoredInterchange asking = asking().get(0);
        assertThat(asking.state()).isEqualTo(StoredInterchange.State.READY);
        assertThat(asking.fileName()).isEqualTo("clearinghouse_000000002.x12");
        assertThat(asking.claims()).isEqualTo(2);
        assertThat(ledger.interchanges().sets(asking.id()))
                .extracting(StoredSet::groupControlNumber, StoredSet::batchReference)
                .containsExactly(tuple("2", "000000001"));
        assertThat(text(asking))
                .startsWith("ISA*00*          *00*          *ZZ*CLAIMGATE      *ZZ*SANDBOX        *261122*1200*^*00501*"
                        + "000000002*1*T*:~\nGS*HR*CLAIMGATE*SANDBOX*20261122*1200*2*X*005010X212~\n"
                        + "ST*276*0001*005010X212~\nBHT*0010*13*000000001*20261122*1200~\n")
                .containsOnlyOnce("NM1*IL*1*STONE*ALEX****MI*M100~")
                .contains("TRN*1*Q000000001~\nREF*EJ*A1~\n")
                .contains("TRN*1*Q000000002~\nREF*EJ*A2~\n")
                .contains("AMT*T3*150~\nDTP*472*D8*20261102~\n");
        ClaimEvent event = lastEvent("A1");
        assertThat(event.kind()).isEqualTo("INQUIRED");
        assertThat(event.state()).isEqualTo(ClaimState.SENT);
        assertThat(event.interchange()).isEqualTo(asking.id());
    }

    @Test
    void theSameMessageAsksOnceAndAnotherOneAgain() {
        claims.send(List.of("A1"));

        InquiryReceipt first = ask("message 1", id("A1")).get(0);
        InquiryReceipt again = ask("message 1", id("A1")).get(0);
        InquiryReceipt other = ask("message 2", id("A1"), id("A1")).get(0);

        assertThat(again).isEqualTo(first);
        assertThat(other.trackingNumber()).isEqualTo("Q000000002");
        assertThat(asking()).hasSize(2);
        assertThat(messages())
                .extracting(message -> message.path("id").asText())
                .containsExactly("inquiry:Q000000001", "inquiry:Q000000002");
    }

    @Test
    void whatIsAskedAndWhatIsNotIsToldToWhoAsksByMessage() {
        claims.send(List.of("A1"));

        ask("message 1", id("A1"), "NOBODYSCLAIM");

        List<JsonNode> messages = messages();
        assertThat(messages)
                .extracting(message -> message.at("/data/kind").asText())
                .containsExactly("INQUIRY_REFUSED", "INQUIRED");
        assertThat(messages.get(0).at("/data/state").asText()).isEqualTo("UNMATCHED");
        assertThat(messages.get(0).at("/data/issues/0/code").asText()).isEqualTo("INQUIRY:unknown-claim");
        assertThat(messages.get(1).at("/data/references/trackingNumber").asText())
                .isEqualTo("Q000000001");
        assertThat(messages.get(1).path("subject").asText()).isEqualTo(id("A1"));
    }

    @Test
    void whatCannotBeAskedIsRefusedWithTheReasonAndTheRestIsAsked() {
        claims.send(List.of("A1"));
        String body = "[{\"claimId\": \"" + id("A1") + "\"}, {\"claimId\": \"NOBODYSCLAIM\"}, {\"claimId\": 7},"
                + " {\"claimId\": \"X\", \"patient\": \"Y\"}, 5]";

        List<InquiryReceipt> receipts = inquiry.ask(new Handover(bytes(body), "test", "r", true));

        assertThat(receipts).extracting(InquiryReceipt::refused).containsExactly(false, true, true, true, true);
        assertThat(receipts.stream()
                        .skip(1)
                        .limit(3)
                        .map(receipt -> receipt.issues().get(0).path("code").asText()))
                .containsExactly("INQUIRY:unknown-claim", "JSON:required", "JSON:unknown");
        assertThat(receipts.get(4).readable()).isFalse();
        assertThat(asking()).hasSize(1);
        assertThat(messages()).isEmpty();
    }

    @Test
    void aClaimThatWasWrittenAndTakenBackIsNotAskedFor() {
        claims.send(List.of("A1"));
        StoredClaim claim = ledger.claims().find(id("A1")).orElseThrow();
        ledger.claims()
                .advance(claim, ClaimEvent.own(CLOCK.instant(), ClaimState.WITHDRAWN, "WITHDRAWN", null, "taken back"));

        assertThat(ask("message", id("A1")).get(0).issues().findValuesAsText("code"))
                .containsExactly("INQUIRY:not-sent");
        assertThat(asking()).isEmpty();
    }

    @Test
    void aBodyWithNothingToAskIsAnsweredAndAsksNothing() {
        assertThat(inquiry.ask(new Handover(bytes("{nonsense"), "test", "r", true)))
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.readable()).isFalse());
        assertThat(asking()).isEmpty();
    }

    @Test
    void noInterchangeHoldsMoreQuestionsThanThePartnerWants() {
        String[] numbers = IntStream.rangeClosed(1, 101).mapToObj(n -> "A" + n).toArray(String[]::new);
        claims.send(List.of(numbers));

        ask("r", Arrays.stream(numbers).map(this::id).toArray(String[]::new));

        assertThat(asking()).extracting(StoredInterchange::claims).containsExactly(1, 100);
    }

    private List<InquiryReceipt> ask(String reference, String... ids) {
        String body = Arrays.stream(ids)
                .map(id -> "{\"claimId\": \"" + id + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
        return inquiry.ask(new Handover(bytes(body), "test", reference, false));
    }

    private String id(String patientControlNumber) {
        return ledger.claims()
                .byPatientControlNumber(patientControlNumber)
                .get(0)
                .id();
    }

    private ClaimEvent lastEvent(String patientControlNumber) {
        List<ClaimEvent> events = ledger.claims().events(id(patientControlNumber));
        return events.get(events.size() - 1);
    }

    /** Newest first. */
    private List<StoredInterchange> asking() {
        return ledger.queries().interchanges(0, 100).stream()
                .filter(interchange -> interchange.vocabulary().equals("claim-status-request"))
                .toList();
    }

    private String text(StoredInterchange interchange) {
        return new String(ledger.interchanges().bytes(interchange.id()), StandardCharsets.US_ASCII);
    }

    private List<JsonNode> messages() {
        List<JsonNode> messages = new ArrayList<>();
        ledger.inTransaction(() -> {
            for (OutboxStore.Waiting waiting : ledger.outbox().lockUnpublished(100)) {
                messages.add(json(waiting.message().body()));
            }
        });
        return messages;
    }

    private static JsonNode json(String body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
