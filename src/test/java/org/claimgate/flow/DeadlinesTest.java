package org.claimgate.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimgate.guide.Guides;
import org.claimgate.house.QueueContract;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.OutboxStore;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.ledger.Turn;
import org.claimgate.partner.Partners;
import org.claimgate.response.AwaitedAnswer;
import org.claimgate.response.ClaimState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A partner that does not answer in time, and what is told of it, with time in the hand of the test. */
class DeadlinesTest {

    /** A Tuesday, four hours after midnight at the partner. */
    private static final Instant SENT = Instant.parse("2026-11-24T09:00:00Z");

    private static final String ACCEPTANCE = "AK1*HC*1*005010X222A1~\nAK2*837*0001*005010X222A1~\nIK5*A~\nAK9*A*1*1*1~";

    private static Guides guides;

    @TempDir
    private Path folder;

    private final Clock clock = ((InstantSource) () -> this.now).withZone(ZoneOffset.UTC);
    private Instant now = SENT;
    private Ledger ledger;
    private Deadlines deadlines;
    private Interpretation interpretation;
    private SentClaims sent;
    private int answers;

    @BeforeAll
    static void load() {
        guides = Guides.load(Path.of("mappings", "x12"));
    }

    @BeforeEach
    void open() throws IOException {
        ledger = Ledger.open("jdbc:h2:mem:" + folder.getFileName(), "sa", "", clock);
        Partners partners = partners("{timeZone: America/New_York, ta1: 2 hours, 999: 1 business day, 835: 30 days}");
        deadlines = new Deadlines(ledger, partners::find, clock);
        interpretation = new Interpretation(
                ledger,
                id -> Optional.empty(),
                guides,
                SentClaims.rejections(guides),
                X12Alone.of(ledger, guides),
                clock);
        sent = new SentClaims(ledger, guides);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void whatIsOverdueIsToldOnceOfEachClaimAndOnceOfTheFile() {
        send("A1", "A2");
        assertThat(deadlines.run()).isZero();
        pass(Duration.ofHours(2));

        assertThat(deadlines.run()).isOne();
        assertThat(told()).containsExactly("A1 OVERDUE_TA1", "A2 OVERDUE_TA1", "claims-1.x12 OVERDUE:TA1");
        assertThat(deadlines.run()).isZero();
        assertThat(told()).isEmpty();
        assertThat(claim("A1").state()).isEqualTo(ClaimState.SENT);
        assertThat(claim("A1").overdue()).containsExactly(AwaitedAnswer.INTERCHANGE_ACKNOWLEDGMENT);
        assertThat(kinds("A1")).endsWith("SENT", "OVERDUE_TA1");
    }

    @Test
    void anAnswerThatComesAfterwardsEndsIt() {
        send("A1", "A2");
        pass(Duration.ofDays(2));
        assertThat(deadlines.run()).isEqualTo(2);
        assertThat(told()).hasSize(6);

        receive("999", ACCEPTANCE);
        assertThat(told())
                .containsExactly(
                        "A1 ACCEPTED_999",
                        "A1 OVERDUE_TA1_ENDED",
                        "A1 OVERDUE_999_ENDED",
                        "A2 ACCEPTED_999",
                        "A2 OVERDUE_TA1_ENDED",
                        "A2 OVERDUE_999_ENDED");
        assertThat(claim("A1").overdue()).isEmpty();
        assertThat(claim("A1").state()).isEqualTo(ClaimState.RECEIVED);

        assertThat(deadlines.run()).isEqualTo(2);
        assertThat(told())
                .containsExactlyInAnyOrder("claims-1.x12 OVERDUE:TA1-ended", "claims-1.x12 OVERDUE:999-ended");
        assertThat(deadlines.run()).isZero();
        receive("TA1", "TA1*000000001*261122*0900*A*000~");
        assertThat(told()).containsExactly("A1 ACCEPTED_TA1", "A2 ACCEPTED_TA1");
    }

    @Test
    void ofAFileWhoseClaimsAreAnsweredInPartTheRestIsOverdue() {
        send("A1", "A2");
        receive("277CA", ofOneClaim("A1"));
        told();
        pass(Duration.ofDays(2));

        deadlines.run();

        assertThat(told())
                .containsExactly(
                        "A2 OVERDUE_TA1", "claims-1.x12 OVERDUE:TA1", "A2 OVERDUE_999", "claims-1.x12 OVERDUE:999");
        assertThat(claim("A1").overdue()).isEmpty();
    }

    @Test
    void whatIsAnsweredInTimeOrRejectedIsNotWaitedFor() {
        send("A1");
        send("A2");
        receive("TA1", "TA1*000000001*261122*0900*R*020~");
        receive("999", ACCEPTANCE.replace("AK1*HC*1*", "AK1*HC*2*"));
        told();
        pass(Duration.ofDays(40));

        deadlines.run();
        assertThat(told()).containsExactly("A2 OVERDUE_835", "claims-2.x12 OVERDUE:835");
    }

    @Test
    void aBusinessDayEndsAtThePartnersMidnightAndNotOnItsHoliday() throws IOException {
        deadlines = new Deadlines(
                ledger,
                partners("{timeZone: America/New_York, 999: 2 business days, holidays: [2026-11-26]}")::find,
                clock);
        send("A1");
        now = Instant.parse("2026-11-28T04:59:59Z");
        assertThat(deadlines.run()).isZero();
        now = Instant.parse("2026-11-28T05:00:00Z");
        assertThat(deadlines.run()).isOne();
    }

    @Test
    void withoutDeadlinesNothingIsWaitedFor() {
        deadlines = new Deadlines(ledger, id -> Optional.empty(), clock);
        send("A1");
        pass(Duration.ofDays(400));
        assertThat(deadlines.run()).isZero();
        assertThat(told()).isEmpty();
    }

    private static String ofOneClaim(String patientControlNumber) {
        return """
                BHT*0085*08*R1*20261122*1000*TH~
                HL*1**20*1~
                NM1*AY*2*THE CLEARINGHOUSE*****46*CH01~
                TRN*1*T1~
                DTP*050*D8*20261122~
                DTP*009*D8*20261122~
                HL*2*1*21*1~
                NM1*41*2*NORTH BILLING*****46*NB01~
                TRN*2*B1~
                STC*A1:19*20261122*WQ*150~
                QTY*90*1~
                AMT*YU*150~
                HL*3*2*19*1~
                NM1*85*2*NORTH CLINIC*****XX*1234567893~
                HL*4*3*PT~
                NM1*QC*1*STONE*ALEX****MI*M100~
                TRN*2*%s~
                STC*A2:20*20261122*WQ*150~
                DTP*472*D8*20261102~"""
                .formatted(patientControlNumber);
    }

    private static Partners partners(Path folder, String deadlines) throws IOException {
        SentClaims.partners(folder);
        Path file = folder.resolve(SentClaims.PARTNER + ".yaml");
        String profile = Files.readString(file).replaceFirst("(?m)^deadlines:.*(\n +.*)*\n", "");
        Files.writeString(file, profile + "deadlines: " + deadlines + "\n");
        return Partners.load(folder);
    }

    private Partners partners(String yaml) throws IOException {
        return partners(folder.resolve("partners"), yaml);
    }

    private void send(String... patientControlNumbers) {
        sent.send(List.of(patientControlNumbers));
        StoredInterchange taken =
                ledger.interchanges().take(Turn.at(ledger, SentClaims.PARTNER)).orElseThrow();
        StoredInterchange uploading = ledger.interchanges().uploading(taken, ".a.tmp");
        ledger.interchanges().visible(ledger.interchanges().staged(uploading), false);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private void receive(String kind, String segments) {
        answers++;
        String text = Answer.of(kind, answers, segments.lines().toList());
        ledger.inbox().store(SentClaims.PARTNER, "answer-" + answers, now, text.getBytes(StandardCharsets.US_ASCII));
        assertThat(interpretation.run()).isOne();
    }

    private StoredClaim claim(String patientControlNumber) {
        return ledger.claims().byPatientControlNumber(patientControlNumber).get(0);
    }

    private List<String> kinds(String patientControlNumber) {
        return ledger.claims().events(claim(patientControlNumber).id()).stream()
                .map(ClaimEvent::kind)
                .toList();
    }

    /** What has been told since the last time: of whom, and what. */
    private List<String> told() {
        List<String> told = new ArrayList<>();
        ledger.inTransaction(() -> {
            List<OutboxStore.Waiting> waiting = ledger.outbox().lockUnpublished(1000);
            waiting.forEach(message -> told.add(told(message.message().body())));
            ledger.outbox().published(waiting);
        });
        return told;
    }

    private static String told(String body) {
        try {
            JsonNode message = new ObjectMapper().readTree(body);
            JsonNode data = message.path("data");
            boolean status = message.path("type").asText().equals(Messages.STATUS_TYPE);
            assertThat(new QueueContract().violations(status ? "status" : "problem", message))
                    .isEmpty();
            return status
                    ? data.path("patientControlNumber").asText() + " "
                            + data.path("kind").asText()
                    : data.path("file").asText() + " " + data.path("code").asText();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
