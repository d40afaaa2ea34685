package org.claimgate.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.claimgate.claim.Claims;
import org.claimgate.guide.Document;
import org.claimgate.guide.DocumentHandler;
import org.claimgate.guide.DocumentReader;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.ledger.EmptyLedger;
import org.claimgate.ledger.Hashes;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.NewClaim;
import org.claimgate.ledger.OutboxStore;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.ledger.StoredSet;
import org.claimgate.partner.Partners;
import org.claimgate.response.ClaimState;
import org.claimgate.x12.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Path SAMPLES = Path.of("edi-samples");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Guides guides;

    @TempDir
    private Path folder;

    private Ledger ledger;
    private Partners partners;
    private int accepted;

    @BeforeAll
    static void loadGuides() {
        guides = Guides.load(Path.of("mappings/x12"));
    }

    @BeforeEach
    void open() throws IOException {
        ledger = EmptyLedger.in(folder, clock(NOON));
        Path profiles = Files.createDirectories(folder.resolve("partners"));
        String sandbox = Files.readString(Path.of("partners/sandbox.yaml"));
        Files.writeString(
                profiles.resolve("sandbox.yaml"),
                sandbox.replaceAll("batch: .*", "batch: {maximumClaims: 3, maximumAgeSeconds: 60}"));
        partners = Partners.load(profiles);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void claimsWaitUntilTheyAreEnough() {
        accept("A", claim -> {});
        accept("B", claim -> {});
        assertThat(submission(NOON).run()).isZero();
        accept("C", claim -> {});
        accept("D", claim -> {});

        assertThat(submission(NOON).run()).isEqualTo(1);
        assertThat(interchanges()).extracting(StoredInterchange::claims).containsExactly(3);
        assertThat(submission(NOON).run()).isZero();
    }

    @Test
    void claimsWaitUntilTheOldestIsOldEnough() {
        accept("A", claim -> {});

        assertThat(submission(NOON.plusSeconds(59)).run()).isZero();
        assertThat(submission(NOON.plusSeconds(60)).run()).isEqualTo(1);
    }

    /** They would wait for an hour. */
    @Test
    void claimsOfBeforeTheClockWasSetBackAreSent() {
        accept("A", claim -> {});

        assertThat(submission(NOON.minusSeconds(59)).run()).isZero();
        assertThat(submission(NOON.minusSeconds(3600)).run()).isEqualTo(1);
    }

    @Test
    void anInterchangeIsStoredWithItsNumbersAndItsClaimsKnowTheirPlace() throws IOException {
        StoredClaim claim = accept("A", json -> {});

        submission(NOON.plusSeconds(60)).run();

        StoredInterchange interchange = interchanges().get(0);
        byte[] bytes = ledger.interchanges().bytes(interchange.id());
        assertThat(interchange.interchangeControlNumber()).isEqualTo("000000001");
        assertThat(interchange.groupControlNumber()).isEqualTo("1");
        assertThat(interchange.fileName()).isEqualTo("sandbox_000000001.x12");
        assertThat(interchange.state()).isEqualTo(StoredInterchange.State.READY);
        assertThat(interchange.sha256()).isEqualTo(Hashes.sha256(bytes));
        assertThat(ledger.interchanges().sets(interchange.id()))
                .containsExactly(
                        new StoredSet(interchange.id(), "sandbox", "000000001", "1", "0001", "000000001", 1, null));
        StoredClaim batched = ledger.claims().find(claim.id()).orElseThrow();
        assertThat(batched.state()).isEqualTo(ClaimState.BATCHED);
        assertThat(batched.position())
                .isEqualTo(new StoredClaim.Position(interchange.id(), "000000001", "1", "0001", "000000001", 0));
        assertThat(ledger.claims().events(claim.id()))
                .extracting(ClaimEvent::kind)
                .containsExactly("TAKEN_IN", "BATCHED");
    }

    @Test
    void whatIsWrittenReadsBackWithThePartnersValues() throws IOException {
        StoredClaim claim = accept("A", json -> json.remove("receiver"));

        submission(NOON.plusSeconds(60)).run();

        ObjectNode document = readBack(interchanges().get(0)).get(0);
        assertThat(document.at("/envelope/sender/id").asText()).isEqualTo("CLAIMGATE");
        assertThat(document.at("/envelope/receiver/id").asText()).isEqualTo("SANDBOX");
        assertThat(document.at("/envelope/usageIndicator").asText()).isEqualTo("T");
        assertThat(document.at("/envelope/batchReference").asText()).isEqualTo("000000001");
        assertThat(document.at("/envelope/creationDate").asText()).isEqualTo("20261122");
        assertThat(document.at("/envelope/creationTime").asText()).isEqualTo("1201");
        assertThat(document.at("/submitter/submitterIdentification").asText()).isEqualTo("CLAIMGATE");
        assertThat(document.at("/receiver/receiverId").asText()).isEqualTo("SANDBOX");
        assertThat(document.at("/receiver/organizationName").asText()).isEqualTo("SANDBOX CLEARINGHOUSE");
        assertThat(document.at("/claimInformation/patientControlNumber").asText())
                .isEqualTo("A");
        assertThat(document.at("/claimInformation/claimSupplementalInformation/claimNumber")
                        .asText())
                .isEqualTo(claim.id());
        ObjectNode taken = ledger.claims().document(claim.id());
        assertThat(taken.at("/submitter").has("submitterIdentification")).isFalse();
        assertThat(ledger.claims()
                        .written(claim.id())
                        .at("/submitter/submitterIdentification")
                        .asText())
                .isEqualTo("CLAIMGATE");
    }

    @Test
    void whatAClaimSaysItselfIsNotOverwritten() throws IOException {
        accept("A", json -> {
            json.withObject("/submitter").put("submitterIdentification", "OWN1");
            json.withObject("/receiver").put("receiverId", "OWN2").put("organizationName", "OWN RECEIVER");
            json.withObject("/claimInformation/claimSupplementalInformation").put("claimNumber", "OWN3");
        });

        submission(NOON.plusSeconds(60)).run();

        ObjectNode document = readBack(interchanges().get(0)).get(0);
        assertThat(document.at("/submitter/submitterIdentification").asText()).isEqualTo("OWN1");
        assertThat(document.at("/receiver/receiverId").asText()).isEqualTo("OWN2");
        assertThat(document.at("/receiver/organizationName").asText()).isEqualTo("OWN RECEIVER");
        assertThat(document.at("/claimInformation/claimSupplementalInformation/claimNumber")
                        .asText())
                .isEqualTo("OWN3");
    }

    @Test
    void claimsOfTwoSubmittersGoIntoTwoSetsOfOneInterchange() throws IOException {
        accept("A", json -> {});
        accept("B", json -> json.withObject("/submitter").put("organizationName", "ANOTHER SUBMITTER"));
        accept("C", json -> {});

        assertThat(submission(NOON).run()).isEqualTo(1);

        StoredInterchange interchange = interchanges().get(0);
        assertThat(ledger.interchanges().sets(interchange.id()))
                .extracting(StoredSet::setControlNumber, StoredSet::batchReference, StoredSet::claims)
                .containsExactly(tuple("0001", "000000001", 2), tuple("0002", "000000002", 1));
        assertThat(readBack(interchange))
                .extracting(document ->
                        document.at("/claimInformation/patientControlNumber").asText())
                .containsExactly("A", "C", "B");
        assertThat(ledger.claims().ofSet("sandbox", "1", "0002"))
                .extracting(StoredClaim::patientControlNumber)
                .containsExactly("B");
    }

    @Test
    void professionalAndInstitutionalTestAndProductionClaimsDoNotMix() throws IOException {
        accept("A", json -> {});
        accept("837I/inpatient", "institutional-claim", "T", "B", json -> {});
        accept("837P/paid-office-visit", "professional-claim", "P", "C", json -> {});

        assertThat(submission(NOON.plusSeconds(61)).run()).isEqualTo(3);
        assertThat(interchanges())
                .extracting(StoredInterchange::vocabulary)
                .containsExactlyInAnyOrder("professional-claim", "professional-claim", "institutional-claim");
        assertThat(interchanges())
                .extracting(StoredInterchange::usageIndicator)
                .containsExactlyInAnyOrder("T", "T", "P");
        for (StoredInterchange interchange : interchanges()) {
            assertThat(readBack(interchange)).as(interchange.vocabulary()).hasSize(1);
        }
    }

    @Test
    void aClaimThatCannotBeWrittenIsRefusedAndTheOthersGo() throws IOException {
        accept("A", json -> {});
        StoredClaim bad = accept("B", json -> json.withObject("/billing").put("organizationName", "A*B"));
        accept("C", json -> {});

        assertThat(submission(NOON).run()).isEqualTo(1);

        StoredClaim refused = ledger.claims().find(bad.id()).orElseThrow();
        assertThat(refused.state()).isEqualTo(ClaimState.REFUSED);
        assertThat(refused.position()).isNull();
        assertThat(ledger.claims().issues(bad.id()).findValuesAsText("pointer"))
                .containsExactly("/billing/organizationName");
        assertThat(readBack(interchanges().get(0)))
                .extracting(document ->
                        document.at("/claimInformation/patientControlNumber").asText())
                .containsExactly("A", "C");
        List<OutboxStore.Waiting> messages =
                ledger.inTransaction(() -> ledger.outbox().lockUnpublished(10));
        assertThat(messages).hasSize(1);
        ObjectNode event = JSON.readValue(messages.get(0).message().body(), ObjectNode.class);
        assertThat(event.at("/data/claimId").asText()).isEqualTo(bad.id());
        assertThat(event.at("/data/state").asText()).isEqualTo("REFUSED");
        assertThat(messages.get(0).message().body()).doesNotContain("A*B");
    }

    @Test
    void aClaimWithASeparatorOfItsPartnerIsNotTakenIn() throws IOException {
        Path profiles = folder.resolve("partners");
        Path profile = profiles.resolve("sandbox.yaml");
        Files.writeString(profile, Files.readString(profile).replace("*^:~", "|^:~"));
        Admission admission =
                new Admission(ledger, new Claims(guides, clock(NOON)), Partners.load(profiles), clock(NOON));
        Intake intake = new Intake(ledger, X12Alone.NO_MAPPINGS, sender -> SenderClaims.OURS, admission);
        ObjectNode claim = (ObjectNode) JSON.readTree(
                Path.of("edi-samples/837P/paid-office-visit/claim.json").toFile());
        claim.withObject("/submitter").put("organizationName", "A|B");

        Receipt receipt = intake.accept(new Handover(JSON.writeValueAsBytes(claim), "test", "r", true))
                .get(0);

        assertThat(receipt.refused()).isTrue();
        assertThat(receipt.issues().findValuesAsText("pointer")).containsExactly("/submitter/organizationName");
    }

    @Test
    void whenNoClaimCanBeWrittenThereIsNoInterchange() {
        accept("B", json -> json.withObject("/billing").put("organizationName", "A*B"));

        assertThat(submission(NOON.plusSeconds(60)).run()).isZero();
        assertThat(interchanges()).isEmpty();
        assertThat(ledger.claims().waiting()).isEmpty();
    }

    @Test
    void aClaimThatMakesTheWriterFailDoesNotHoldUpTheOthers() {
        accept("A", json -> {});
        StoredClaim bad = accept("B", json -> json.put("claimInformation", "no object"));
        accept("C", json -> {});

        assertThat(submission(NOON).run()).isEqualTo(1);
        assertThat(ledger.claims().find(bad.id()).orElseThrow().state()).isEqualTo(ClaimState.REFUSED);
        assertThat(interchanges()).extracting(StoredInterchange::claims).containsExactly(2);
    }

    @Test
    void twoSubmissionsAtOnceSendEveryClaimOnce() throws Exception {
        for (int i = 0; i < 30; i++) {
            accept("CLAIM" + i, json -> {});
        }
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> runs = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                runs.add(executor.submit(() -> submission(NOON).run()));
            }
            for (Future<Integer> run : runs) {
                run.get(60, TimeUnit.SECONDS);
            }
        } finally {
            executor.shutdownNow();
        }
        submission(NOON.plus(Duration.ofHours(1))).run();

        List<String> sent = new ArrayList<>();
        for (StoredInterchange interchange : interchanges()) {
            readBack(interchange)
                    .forEach(document -> sent.add(document.at("/claimInformation/patientControlNumber")
                            .asText()));
        }
        assertThat(sent).hasSize(30).doesNotHaveDuplicates();
        assertThat(interchanges())
                .extracting(StoredInterchange::interchangeControlNumber)
                .doesNotHaveDuplicates();
    }

    private Submission submission(Instant now) {
        return new Submission(ledger, partners, guides, clock(now));
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private List<StoredInterchange> interchanges() {
        return ledger.queries().interchanges(0, 100);
    }

    private StoredClaim accept(String patientControlNumber, Consumer<ObjectNode> change) {
        return accept("837P/paid-office-visit", "professional-claim", "T", patientControlNumber, change);
    }

    private StoredClaim accept(
            String sample, String vocabulary, String usage, String patientControlNumber, Consumer<ObjectNode> change) {
        ObjectNode document =
                new Claims(guides, clock(NOON)).check(sample(sample)).document();
        document.withObject("/claimInformation").put("patientControlNumber", patientControlNumber);
        change.accept(document);
        NewClaim claim = new NewClaim(
                ledger.claims().newId(),
                "test",
                Hashes.sha256(document.toString().getBytes(StandardCharsets.UTF_8)),
                vocabulary,
                "sandbox",
                usage,
                patientControlNumber,
                ClaimState.READY,
                document,
                JsonNodeFactory.instance.arrayNode());
        ClaimEvent event = ClaimEvent.own(NOON.plusMillis(accepted++), ClaimState.READY, "TAKEN_IN", null, "taken in");
        return ledger.claims().insert(claim, event).claim();
    }

    private static ObjectNode sample(String name) {
        try {
            return JSON.readValue(SAMPLES.resolve(name).resolve("claim.json").toFile(), ObjectNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<ObjectNode> readBack(StoredInterchange interchange) throws IOException {
        List<ObjectNode> documents = new ArrayList<>();
        byte[] bytes = ledger.interchanges().bytes(interchange.id());
        new DocumentReader(guides, Limits.USUAL).read(new ByteArrayInputStream(bytes), new DocumentHandler() {
            @Override
            public void document(Guide guide, Document document) {
                documents.add(document.json());
            }

            @Override
            public void issue(Issue issue) {
                throw new AssertionError("what we write must be right: " + issue);
            }
        });
        return documents;
    }
}
