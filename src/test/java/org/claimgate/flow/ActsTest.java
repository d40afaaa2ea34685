package org.claimgate.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimgate.claim.Claims;
import org.claimgate.document.DocumentMappings;
import org.claimgate.flow.ActResult.Done;
import org.claimgate.flow.ActResult.Reason;
import org.claimgate.flow.ActResult.Refused;
import org.claimgate.flow.Acts.By;
import org.claimgate.guide.Guides;
import org.claimgate.house.QueueContract;
import org.claimgate.ledger.Act;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.ledger.InboxFile;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.OutboxStore;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.ledger.Turn;
import org.claimgate.partner.Partners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do, and that nothing is told or sent twice by it that they did not ask for. */
class ActsTest {

    private static final By PAT = new By("pat", "the mapping was wrong");
    private static final String REPORT =
            """
            HDR|CLAIM REPORT|CLEARHOUSE|NORTH CLINIC|20261122|R000417
            FIL|claims-1.x12|000000001|1
            CLM|A1||CH55512||STONE, JO|150.00|ACC
            TRL|1|150.00
            """;

    private static final QueueContract CONTRACT = new QueueContract();
    private static Guides guides;
    private static DocumentMappings documents;

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-11-24T09:00:00Z");
    private final Clock clock = ((InstantSource) () -> this.now).withZone(ZoneOffset.UTC);
    private Ledger ledger;
    private Acts acts;
    private SentClaims sent;
    private final List<JsonNode> messages = new ArrayList<>();

    @BeforeAll
    static void load() {
        guides = Guides.load(Path.of("mappings", "x12"));
        documents = DocumentMappings.load(Path.of("mappings", "documents"), guides);
    }

    @BeforeEach
    void open() {
        ledger = Ledger.open("jdbc:h2:mem:" + folder.getFileName(), "sa", "", clock);
        acts = new Acts(ledger, clock);
        sent = new SentClaims(ledger, guides);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aFileIsReadAnewAndOnlyWhatIsNewIsTold() throws IOException {
        sent.send(List.of("A1"));
        InboxFile file = receive("report.txt", REPORT);
        interpret(false);
        assertThat(state(file)).isEqualTo(InboxFile.State.QUARANTINED);
        List<String> first = told();
        assertThat(first).isNotEmpty().allMatch(message -> message.startsWith("problem "));

        retry(file);
        now = now.plusSeconds(60);
        interpret(false);
        assertThat(state(file)).isEqualTo(InboxFile.State.QUARANTINED);
        assertThat(told()).isEmpty();

        retry(file);
        interpret(true);
        assertThat(state(file)).isEqualTo(InboxFile.State.INTERPRETED);
        assertThat(told()).containsExactly("ACCEPTED_REPORT");
        assertThat(messages).last().satisfies(message -> assertThat(
                        message.path("id").asText())
                .isEqualTo("file:" + file.sha256() + "/3:1"));
        assertThat(kinds("A1")).endsWith("SENT", "ACCEPTED_REPORT");

        assertThat(refused(acts.retryFile("report.txt", PAT))).isEqualTo(Reason.NOT_NOW);
        assertThat(ledger.acts().onFile(file.id()))
                .extracting(Act::kind, Act::who, Act::reason)
                .containsOnly(tuple(Act.Kind.FILE_RETRIED, "pat", PAT.reason()));
    }

    @Test
    void aFileThatWeAcknowledgedIsNotReadAnewBecauseThePartnerSendsItAgain() throws IOException {
        InboxFile file = receive(
                "answer.835",
                Files.readString(Path.of("edi-samples/835/paid-in-full/received.x12"))
                        .replaceFirst("SE\\*\\d+\\*", "SE*99*"));
        Partners partners = Partners.load(Path.of("partners"));
        new Interpretation(
                        ledger,
                        id -> partners.find("sandbox"),
                        guides,
                        SentClaims.rejections(guides),
                        X12Alone.of(ledger, guides),
                        clock)
                .run();
        assertThat(state(file)).isEqualTo(InboxFile.State.QUARANTINED);

        assertThat(refused(acts.retryFile(String.valueOf(file.id()), PAT))).isEqualTo(Reason.NOT_NOW);
        assertThat(acts.setFileAside(String.valueOf(file.id()), PAT)).isInstanceOf(Done.class);
        assertThat(state(file)).isEqualTo(InboxFile.State.SET_ASIDE);
    }

    @Test
    void whatIsNotKnownOrNotSaidIsRefusedAndLeavesNoTrace() {
        assertThat(refused(acts.retryFile("nothing", PAT))).isEqualTo(Reason.UNKNOWN);
        assertThat(refused(acts.retryFile("1", PAT))).isEqualTo(Reason.UNKNOWN);
        assertThat(refused(acts.repeatDelivery("nothing", PAT))).isEqualTo(Reason.UNKNOWN);
        assertThat(refused(acts.replay(new ReplaySelection.OfClaim("nobody"), PAT)))
                .isEqualTo(Reason.UNKNOWN);
        assertThat(refused(acts.retryFile("nothing", new By("pat", " ")))).isEqualTo(Reason.INCOMPLETE);
        receive("same.txt", "one");
        receive("same.txt", "the other");
        assertThat(acts.retryFile("same.txt", PAT))
                .isEqualTo(new Refused(
                        Reason.UNKNOWN, "there are several: received file 'same.txt' may be [1, 2]; give the number"));
        assertThat(ledger.acts().latest(10)).isEmpty();
    }

    @Test
    void anInterchangeOnHoldIsDeliveredAgainFromTheBeginningWithItsBytes() throws IOException {
        StoredInterchange held = held();
        assertThat(acts.repeatDelivery("claims-1.x12", PAT)).isInstanceOf(Done.class);

        StoredInterchange taken =
                ledger.interchanges().take(Turn.at(ledger, SentClaims.PARTNER)).orElseThrow();
        assertThat(taken.state()).isEqualTo(StoredInterchange.State.READY);
        assertThat(taken.tempName()).isEqualTo(held.tempName());
        assertThat(taken.sha256()).isEqualTo(held.sha256());
        assertThat(refused(acts.confirmDelivery("claims-1.x12", PAT))).isEqualTo(Reason.NOT_NOW);
        assertThat(told()).isEmpty();
    }

    @Test
    void anInterchangeOnHoldThatThePartnerHasIsVisibleAndItsClaimsAreTold() throws IOException {
        StoredInterchange held = held();
        assertThat(acts.confirmDelivery(String.valueOf(held.id()), PAT)).isInstanceOf(Done.class);

        StoredInterchange confirmed = ledger.interchanges().find(held.id()).orElseThrow();
        assertThat(confirmed.state()).isEqualTo(StoredInterchange.State.VISIBLE);
        assertThat(confirmed.visibleAt()).isEqualTo(now);
        assertThat(told()).containsExactly("SENT");
        assertThat(ledger.interchanges().take(Turn.at(ledger, SentClaims.PARTNER)))
                .isEmpty();
    }

    @Test
    void anInterchangeThatIsSetAsideIsNotDeliveredAndItsClaimsAreTold() throws IOException {
        StoredInterchange held = held();
        assertThat(acts.setDeliveryAside("claims-1.x12", PAT)).isInstanceOf(Done.class);

        assertThat(told()).containsExactly("SET_ASIDE");
        assertThat(ledger.attention().held(10)).isEmpty();
        assertThat(ledger.interchanges().take(Turn.at(ledger, SentClaims.PARTNER)))
                .isEmpty();
        acts.repeatDelivery(String.valueOf(held.id()), PAT);
        assertThat(ledger.interchanges().take(Turn.at(ledger, SentClaims.PARTNER)))
                .isPresent();
    }

    @Test
    void messagesAreSentOnceMoreWithIdsOfTheActAndNeverReplayedThemselves() throws IOException {
        sent.send(List.of("A1", "A2"));
        InboxFile file = receive("report.txt", REPORT);
        interpret(true);
        Instant between = now.plusSeconds(1);
        told();
        String original = messages.get(0).path("id").asText();

        assertThat(acts.replay(new ReplaySelection.OfClaim(claim("A1").id()), PAT))
                .isInstanceOf(Done.class);
        assertThat(told()).containsExactly("ACCEPTED_REPORT");
        JsonNode replay = messages.get(0);
        assertThat(replay.path("id").asText()).matches("replay:1:\\d+");
        assertThat(replay.path("replay").asBoolean()).isTrue();
        assertThat(replay.path("replayof").asText()).isEqualTo(original);

        now = between.plusSeconds(10);
        assertThat(acts.replay(new ReplaySelection.OfFile(String.valueOf(file.id())), PAT))
                .isInstanceOf(Done.class);
        assertThat(told()).containsExactly("ACCEPTED_REPORT");
        assertThat(messages.get(0).path("id").asText()).matches("replay:2:\\d+");
        acts.replay(new ReplaySelection.OfPeriod(Instant.EPOCH, between), PAT);
        assertThat(told()).containsExactly("ACCEPTED_REPORT");
        assertThat(refused(acts.replay(new ReplaySelection.OfPeriod(between, now.plusSeconds(1)), PAT)))
                .isEqualTo(Reason.UNKNOWN);
    }

    @Test
    void aPaymentThatIsReplayedIsNotPostedAgain() throws IOException {
        InboxFile file = receive("answer.835", Files.readString(Path.of("edi-samples/835/paid-in-full/received.x12")));
        interpret(true);
        int payments = ledger.inTransaction(
                () -> ledger.outbox().lockUnposted(Messages.PAYMENT_QUEUE, 10).size());
        assertThat(payments).isPositive();
        told();

        acts.replay(new ReplaySelection.OfFile(file.name()), PAT);

        assertThat(told()).hasSize(payments);
        assertThat(ledger.inTransaction(() -> ledger.outbox().lockUnposted(Messages.PAYMENT_QUEUE, 10)))
                .hasSize(payments);
    }

    @Test
    void contentThatCameBeforeIsToldOnce() throws IOException {
        Pickup pickup = new Pickup(ledger, clock);
        Path download = Files.writeString(folder.resolve("download"), "x");
        for (String name : List.of("a.835", "b.835", "b.835")) {
            pickup.store(SentClaims.PARTNER, new RemoteFile(name, 1, now), download);
        }
        assertThat(told()).containsExactly("problem FILE:duplicate b.835");
    }

    private void retry(InboxFile file) {
        assertThat(acts.retryFile(file.name(), PAT)).isInstanceOf(Done.class);
        assertThat(state(file)).isEqualTo(InboxFile.State.FETCHED);
    }

    /** On hold, as Delivery leaves it; its claim is BATCHED in life, which makes no difference here. */
    private StoredInterchange held() {
        sent.send(List.of("A1"));
        StoredInterchange taken =
                ledger.interchanges().take(Turn.at(ledger, SentClaims.PARTNER)).orElseThrow();
        StoredInterchange uploading = ledger.interchanges().uploading(taken, ".claims-1.x12.1.tmp");
        return ledger.interchanges().hold(ledger.interchanges().staged(uploading), "another file has its name");
    }

    private InboxFile receive(String name, String text) {
        return ledger.inbox().store(SentClaims.PARTNER, name, now, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** With all mappings of other documents, or none. */
    private void interpret(boolean mapped) throws IOException {
        Partners partners = SentClaims.partners(folder.resolve("partners"));
        OtherDocuments others = mapped
                ? new OtherDocuments(documents, new Admission(ledger, new Claims(guides, clock), partners, clock))
                : X12Alone.of(ledger, guides);
        assertThat(new Interpretation(
                                ledger, id -> Optional.empty(), guides, SentClaims.rejections(guides), others, clock)
                        .run())
                .isOne();
    }

    private InboxFile.State state(InboxFile file) {
        return ledger.inbox().find(file.id()).orElseThrow().state();
    }

    private StoredClaim claim(String patientControlNumber) {
        return ledger.claims().byPatientControlNumber(patientControlNumber).get(0);
    }

    private List<String> kinds(String patientControlNumber) {
        return ledger.claims().events(claim(patientControlNumber).id()).stream()
                .map(ClaimEvent::kind)
                .toList();
    }

    private static Reason refused(ActResult result) {
        return ((Refused) result).reason();
    }

    /** What has been told since the last time. */
    private List<String> told() throws IOException {
        messages.clear();
        List<String> bodies = ledger.inTransaction(() -> {
            List<OutboxStore.Waiting> waiting = ledger.outbox().lockUnpublished(1000);
            ledger.outbox().published(waiting);
            return waiting.stream().map(message -> message.message().body()).toList();
        });
        List<String> told = new ArrayList<>();
        for (String body : bodies) {
            JsonNode message = new ObjectMapper().readTree(body);
            messages.add(message);
            told.add(told(message));
        }
        return told;
    }

    private static String told(JsonNode message) {
        JsonNode data = message.path("data");
        return switch (message.path("type").asText()) {
            case Messages.PROBLEM_TYPE -> {
                assertThat(CONTRACT.violations("problem", message)).isEmpty();
                yield "problem " + data.path("code").asText() + " "
                        + data.path("file").asText();
            }
            case Messages.STATUS_TYPE -> {
                assertThat(CONTRACT.violations("status", message)).isEmpty();
                yield data.path("kind").asText();
            }
            default -> data.path("kind").asText();
        };
    }
}
