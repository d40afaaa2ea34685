package org.claimgate.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimgate.guide.Guides;
import org.claimgate.ledger.InboxFile;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.OutboxStore;
import org.claimgate.ledger.OutgoingMessage;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.partner.Partners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a partner gets for its files, by what its profile says. */
class ReceivingTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:15:00Z");
    private static final Path ACKNOWLEDGMENTS = Path.of("edi-samples/acknowledgments");
    private static final String USUAL = "{}";

    private static Guides guides;

    @TempDir
    private Path folder;

    private Ledger ledger;
    private int files;

    @BeforeAll
    static void loadGuides() {
        guides = Guides.load(Path.of("mappings/x12"));
    }

    @BeforeEach
    void open() {
        ledger = Ledger.open("jdbc:h2:file:" + folder.resolve("ledger"), "sa", "", clock());
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aRemittanceIsAcknowledgedFromUsToThePartnerWithOurOwnNumbers() throws IOException {
        InboxFile file = receive(USUAL, remittance());

        StoredInterchange answer = onlyAnswer();
        assertThat(answer.state()).isEqualTo(StoredInterchange.State.READY);
        assertThat(answer.vocabulary()).isEqualTo("implementation-acknowledgment");
        assertThat(answer.fileName()).isEqualTo("sandbox_000000001.x12");
        assertThat(answer.answered()).isEqualTo(file.name());
        assertThat(answer.claims()).isZero();
        assertThat(text(answer))
                .contains(
                        "*ZZ*CLAIMGATE      *ZZ*SANDBOX        *261123*0915*^*00501*000000001*0*T*:~",
                        "GS*FA*CLAIMGATE*SANDBOX*20261123*0915*1*X*005010X231A1~",
                        "AK1*HP*115*005010X221A1~\nAK2*835*0001*005010X221A1~\nIK5*A~\nAK9*A*1*1*1~");
        assertThat(payments()).isNotEmpty();
        assertThat(file.state()).isEqualTo(InboxFile.State.INTERPRETED);
    }

    @Test
    void whoAsksForATa1GetsItFirst() throws IOException {
        receive(USUAL, remittance().replace("*0*T*:~", "*1*T*:~"));

        List<StoredInterchange> answers = answers();
        assertThat(answers)
                .extracting(StoredInterchange::vocabulary)
                .containsExactly("interchange-acknowledgment", "implementation-acknowledgment");
        assertThat(text(answers.get(0))).contains("TA1*000000115*261123*0830*A*000~");
        assertThat(answers)
                .extracting(StoredInterchange::interchangeControlNumber)
                .containsExactly("000000001", "000000002");
    }

    @Test
    void nothingIsAcknowledgedTwiceAndNoAcknowledgmentEver() throws IOException {
        receive(USUAL, remittance());
        receive(USUAL, remittance());
        receive(USUAL, Files.readString(Path.of("edi-samples/999/rejected/received.x12")));
        receive(USUAL, Files.readString(Path.of("edi-samples/TA1/rejected/received.x12")));

        assertThat(answers()).hasSize(1);
    }

    @Test
    void ofAGroupThatIsAcceptedInPartTheAcceptedSetsAreTold() throws IOException {
        InboxFile file = receive(USUAL, twoRemittances("SE*99*0002~"));

        assertThat(text(onlyAnswer())).contains("IK5*A~\nAK2*835*0002*005010X221A1~\nIK5*R*4~\nAK9*P*2*2*1~");
        assertThat(payments()).hasSize(1).allSatisfy(payment -> assertThat(payment)
                .contains("LFP260001"));
        assertThat(file.note()).isEqualTo("1 interchange, 1 answer, 1 problem, 1 set rejected");
    }

    @Test
    void strictnessDecidesWhetherAWrongValueTurnsAPaymentDown() throws IOException {
        String wrong = remittance().replaceFirst("DTM\\*472\\*20260902", "DTM*472*20261302");
        receive(USUAL, wrong);
        assertThat(text(onlyAnswer())).contains("IK4*2*373*8*20261302~\nIK5*E*5~\nAK9*E*1*1*1~");
        assertThat(payments()).hasSize(1);

        InboxFile again = receive("{strictness: element}", numbered("000000116", wrong));
        assertThat(text(answers().get(1))).contains("IK5*R*5~\nAK9*R*1*1*0~");
        assertThat(payments()).hasSize(1);
        assertThat(again.state()).isEqualTo(InboxFile.State.QUARANTINED);
        assertThat(again.note()).isEqualTo("1 interchange, 0 answers, 1 problem, 1 set rejected");
    }

    @Test
    void whoWantsToHearOfErrorsOnlyHearsOfErrorsOnly() throws IOException {
        receive("{ta1: never, 999: errors}", remittance().replace("*0*T*:~", "*1*T*:~"));
        assertThat(answers()).isEmpty();

        receive("{ta1: never, 999: errors}", numbered("000000116", twoRemittances("SE*99*0002~")));
        assertThat(text(onlyAnswer())).contains("AK9*P*2*2*1~");
    }

    @Test
    void anInterchangeWhoseControlNumberCameBeforeIsRejectedAndNotTold() throws IOException {
        receive(USUAL, remittance());
        InboxFile again = receive(USUAL, remittance().replace("LFP260001", "LFP260002"));

        assertThat(text(answers().get(1))).contains("TA1*000000115*261123*0830*R*025~");
        assertThat(payments()).hasSize(1);
        assertThat(bodies("file.problem")).singleElement().satisfies(problem -> assertThat(problem)
                .contains("TA105:025", "\"interchange\":\"000000115\""));
        assertThat(again.state()).isEqualTo(InboxFile.State.QUARANTINED);
        assertThat(again.note()).isEqualTo("1 interchange, 0 answers, 1 problem");
    }

    @Test
    void theOtherInterchangesOfItsFileAreAcceptedAndTold() throws IOException {
        receive(USUAL, remittance());
        String next = numbered("000000116", remittance().replace("LFP260001", "LFP260002"));
        InboxFile both = receive(USUAL, remittance() + next + next);

        assertThat(answers())
                .extracting(StoredInterchange::vocabulary)
                .containsExactly(
                        "implementation-acknowledgment",
                        "interchange-acknowledgment",
                        "implementation-acknowledgment",
                        "interchange-acknowledgment");
        assertThat(text(answers().get(1))).contains("TA1*000000115*261123*0830*R*025~");
        assertThat(text(answers().get(3))).contains("TA1*000000116*261123*0830*R*025~");
        assertThat(payments()).hasSize(2);
        assertThat(both.note()).isEqualTo("3 interchanges, 1 answer, 2 problems");
    }

    @Test
    void aRejectedInterchangeMayComeAgainUnderItsNumberUntilItIsAccepted() throws IOException {
        receive(USUAL, remittance().replace("IEA*1*", "IEA*2*"));
        receive(USUAL, remittance());
        receive(USUAL, remittance().replace("LFP260001", "LFP260002"));

        assertThat(answers()).extracting(this::verdict).containsExactly("R*021", "999", "R*025");
        assertThat(payments()).hasSize(1);
    }

    @Test
    void theSameNumberOfAnotherSenderAndOfAcknowledgmentsIsTaken() throws IOException {
        receive(USUAL, remittance());
        receive(USUAL, remittance().replace("*ZZ*CLEARHOUSE     *", "*ZZ*CLEARHOUS2     *"));
        receive(USUAL, Answer.of("TA1", 115, List.of("TA1*000000001*261123*0915*A*000~")));
        receive(USUAL, Answer.of("TA1", 115, List.of("TA1*000000002*261123*0915*A*000~")));

        assertThat(answers()).extracting(this::verdict).containsExactly("999", "999");
        assertThat(answers())
                .extracting(StoredInterchange::acknowledgment)
                .containsExactly("ACCEPTED_TA1", "ACCEPTED_TA1");
    }

    @Test
    void whatAPartnerThatReusesItsControlNumbersSendsIsTold() throws IOException {
        String reused = "{controlNumbers: reused}";
        receive(reused, remittance());
        receive(reused, remittance().replace("LFP260001", "LFP260002"));

        assertThat(answers()).extracting(this::verdict).containsExactly("999", "999");
        assertThat(payments()).hasSize(2);
    }

    @Test
    void aGatewayThatStartsAgainRemembersWhatWasAccepted() throws IOException {
        receive(USUAL, remittance());
        close();
        open();
        receive(USUAL, remittance().replace("LFP260001", "LFP260002"));

        assertThat(answers()).extracting(this::verdict).containsExactly("999", "R*025");
    }

    @Test
    void withoutTheSettingNothingGoesOut() throws IOException {
        receive(null, remittance());
        assertThat(answers()).isEmpty();
        assertThat(payments()).hasSize(1);
    }

    @Test
    void anInterchangeThatIsCutOffIsRejectedAndNotTold() throws IOException {
        String whole = remittance();
        InboxFile file = receive(USUAL, whole.substring(0, whole.indexOf("SE*")));

        assertThat(text(onlyAnswer())).contains("TA1*000000115*261123*0830*R*023~");
        assertThat(payments()).isEmpty();
        assertThat(file.state()).isEqualTo(InboxFile.State.QUARANTINED);
        assertThat(receive(USUAL, whole).state()).isEqualTo(InboxFile.State.INTERPRETED);
        assertThat(payments()).hasSize(1);
    }

    @Test
    void claimsThatSomebodySendsUsAreNotSupported() throws IOException {
        receive(USUAL, Files.readString(ACKNOWLEDGMENTS.resolve("claims-accepted/sent.x12")));

        assertThat(text(answers().get(1))).contains("AK2*837*0001*005010X222A1~\nIK5*R*1~\nAK9*R*1*1*0~");
    }

    @Test
    void aTa1ForAnAcknowledgmentOfOursIsNotedAndNothingElse() throws IOException {
        receive(USUAL, remittance());
        receive(USUAL, Answer.of("TA1", 7, List.of("TA1*000000001*261123*0915*A*000~")));

        assertThat(onlyAnswer().acknowledgment()).isEqualTo("ACCEPTED_TA1");
        assertThat(bodies("claim.status")).isEmpty();
    }

    private static String remittance() throws IOException {
        return Files.readString(Path.of("edi-samples/835/paid-in-full/received.x12"));
    }

    /** The remittance and another one for a second claim, which ends as given. */
    private static String twoRemittances(String trailer) throws IOException {
        String one = remittance();
        String set = one.substring(one.indexOf("ST*"), one.indexOf("GE*"));
        String other = set.replace("*0001*005010", "*0002*005010")
                .replace("LFP260001", "LFP260002")
                .replaceFirst("SE\\*\\d+\\*0001~", trailer);
        return one.replace(set, set + other).replace("GE*1*", "GE*2*");
    }

    private static String numbered(String controlNumber, String interchange) {
        return interchange.replace("000000115", controlNumber);
    }

    /** TA104 and TA105, or that it is a 999. */
    private String verdict(StoredInterchange answer) {
        Matcher acknowledgment =
                Pattern.compile("TA1\\*\\d+\\*\\d+\\*\\d+\\*(\\w\\*\\d+)~").matcher(text(answer));
        return acknowledgment.find() ? acknowledgment.group(1) : "999";
    }

    /** @param acknowledge the partner's setting; null for none */
    private InboxFile receive(String acknowledge, String text) throws IOException {
        files++;
        InboxFile file = ledger.inTransaction(() -> ledger.inbox()
                .store(
                        "sandbox",
                        "answer-" + files + ".x12",
                        NOW.plusSeconds(files),
                        text.getBytes(StandardCharsets.US_ASCII)));
        new Interpretation(
                        ledger,
                        partners(acknowledge)::find,
                        guides,
                        SentClaims.rejections(guides),
                        X12Alone.of(ledger, guides),
                        clock())
                .run();
        return ledger.inbox().find(file.id()).orElseThrow();
    }

    private Partners partners(String acknowledge) throws IOException {
        Path profiles = Files.createDirectories(folder.resolve("partners"));
        Files.writeString(
                profiles.resolve("sandbox.yaml"),
                Files.readString(Path.of("partners/sandbox.yaml"))
                        .replaceAll("acknowledge: .*", acknowledge == null ? "" : "acknowledge: " + acknowledge));
        return Partners.load(profiles);
    }

    private StoredInterchange onlyAnswer() {
        assertThat(answers()).hasSize(1);
        return answers().get(0);
    }

    /** Oldest first. */
    private List<StoredInterchange> answers() {
        List<StoredInterchange> newestFirst = new ArrayList<>(ledger.queries().interchanges(0, 10));
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    private String text(StoredInterchange answer) {
        return new String(ledger.interchanges().bytes(answer.id()), StandardCharsets.US_ASCII);
    }

    private List<String> payments() {
        return bodies("claim.payment");
    }

    private List<String> bodies(String type) {
        return ledger.inTransaction(() -> ledger.outbox().lockUnpublished(100).stream()
                .map(OutboxStore.Waiting::message)
                .filter(message -> message.type().contains(type))
                .map(OutgoingMessage::body)
                .toList());
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }
}
