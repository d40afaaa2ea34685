package org.claimgate.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.claimgate.guide.Guides;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.ledger.EmptyLedger;
import org.claimgate.ledger.InboxFile;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.OutboxStore;
import org.claimgate.ledger.OutgoingMessage;
import org.claimgate.ledger.StoredClaim;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterpretationTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String REJECTION = Answer.of(
            "999",
            1,
            List.of(
                    "AK1*HC*1*005010X222A1~",
                    "AK2*837*0001*005010X222A1~",
                    "IK3*NM1*13*2010BA*8~",
                    "IK4*3*1035*6*STONE~",
                    "IK5*R*5~",
                    "AK9*R*1*1*0~"));

    @TempDir
    private Path folder;

    private Ledger ledger;
    private Interpretation interpretation;

    @BeforeEach
    void open() {
        Guides guides = Guides.load(Path.of("mappings", "x12"));
        ledger = EmptyLedger.in(folder, Clock.fixed(NOW, ZoneOffset.UTC));
        interpretation = new Interpretation(
                ledger,
                id -> Optional.empty(),
                guides,
                SentClaims.rejections(guides),
                X12Alone.of(ledger, guides),
                Clock.fixed(NOW, ZoneOffset.UTC));
        new SentClaims(ledger, guides).send(List.of("A1", "A2"));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aStatusMessageIsACloudEventWithAnIdMadeOfTheFile() throws IOException {
        InboxFile file = receive("a.999", REJECTION);
        assertThat(interpretation.run()).isEqualTo(1);

        OutgoingMessage message = messages().get(0);
        assertThat(message.duplicateId()).isEqualTo("file:" + file.sha256() + ":1");
        assertThat(message.queue()).isEqualTo("claimgate.status");
        assertThat(message.partner()).isEqualTo(SentClaims.PARTNER);
        assertThat(message.state()).isEqualTo("REJECTED");
        JsonNode event = new ObjectMapper().readTree(message.body());
        assertThat(event.path("specversion").asText()).isEqualTo("1.0");
        assertThat(event.path("id").asText()).isEqualTo(message.duplicateId());
        assertThat(event.path("time").asText()).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(event.path("subject").asText()).isEqualTo(claim("A1").id());
        assertThat(event.at("/data/issues/1/pointer").asText()).isEqualTo("/subscriber/lastName");
        assertThat(event.at("/data/references/interchangeControlNumber").asText())
                .isEqualTo("000000001");
        assertThat(event.at("/data/references/file").asText()).isEqualTo("a.999");
        assertThat(event.at("/data/response/acknowledgedSet/acknowledgmentCode").asText())
                .isEqualTo("R");
    }

    @Test
    void whatIsSaidOfOnePatientDoesNotReachTheMessageOfAnother() {
        receive(
                "a.999",
                REJECTION.replace("IK3*NM1*13*2010BA*8~", "IK3*CLM*18*2300*8~").replace("IK4*3*1035", "IK4*1*1028"));
        interpretation.run();
        assertThat(messages().get(0).body()).contains("STONE", "/claimInformation/patientControlNumber");
        assertThat(messages().get(1).body()).contains(claim("A2").id()).doesNotContain("STONE");
    }

    @Test
    void theFieldsToCorrectAndWhatMakesThemWrongAreToldWithWhatToDo() throws IOException {
        receive(
                "a.999",
                Answer.of(
                        "999",
                        1,
                        List.of(
                                "AK1*HC*1*005010X222A1~",
                                "AK2*837*0001*005010X222A1~",
                                "IK3*CLM*18*2300*8~",
                                "CTX*SITUATIONAL TRIGGER*CLM*18*2300*5:3~",
                                "IK4*2*782*I12*150~",
                                "IK5*R*5~",
                                "AK9*R*1*1*0~")));
        interpretation.run();
        JsonNode data = new ObjectMapper().readTree(messages().get(0).body()).path("data");
        JsonNode fields = data.path("fields");
        assertThat(fields.findValuesAsText("pointer"))
                .containsExactly("/claimInformation/claimChargeAmount", "/claimInformation/claimFrequencyCode");
        assertThat(fields.at("/0/value").asText()).isEqualTo("150");
        assertThat(fields.at("/0/codes/0").asText()).isEqualTo("IK403:I12");
        assertThat(fields.at("/0/said").asText()).isEqualTo("The value does not fit the pattern of the guide");
        assertThat(fields.at("/0/fix").asText()).isEqualTo("Give the value in the form that the guide wants.");
        assertThat(fields.at("/1/fix").asText()).contains("perhaps this is to be corrected");
        JsonNode kept = ledger.claims().events(claim("A1").id()).get(3).detail().path("fields");
        assertThat(kept.findValuesAsText("pointer")).isEqualTo(fields.findValuesAsText("pointer"));
        assertThat(kept.findValues("value")).isEmpty();
        assertThat(messages().get(1).body()).contains("\"fields\":[]");
    }

    @Test
    void eventsAndNotesHoldNothingOfThePatient() {
        InboxFile file = receive("a.999", REJECTION);
        interpretation.run();
        List<ClaimEvent> events = ledger.claims().events(claim("A1").id());
        ClaimEvent last = events.get(events.size() - 1);
        assertThat(last.summary()).isEqualTo("Set rejected (999 R), 1 segment in error");
        assertThat(last.file()).isEqualTo(file.id());
        assertThat(last.detail().toString()).doesNotContain("STONE");
        assertThat(ledger.inbox().find(file.id()).orElseThrow().note())
                .isEqualTo("1 interchange, 2 answers, 0 problems");
    }

    @Test
    void theInterchangeAndTheSetRememberTheirAcknowledgments() {
        receive("a.999", REJECTION);
        receive("b.ta1", Answer.of("TA1", 2, List.of("TA1*000000001*261122*0900*A*000~")));
        interpretation.run();
        assertThat(ledger.interchanges()
                        .find(SentClaims.PARTNER, "000000001")
                        .orElseThrow()
                        .acknowledgment())
                .isEqualTo("ACCEPTED_TA1");
        assertThat(ledger.interchanges()
                        .set(SentClaims.PARTNER, "1", "0001")
                        .orElseThrow()
                        .acknowledgment())
                .isEqualTo("REJECTED_999");
    }

    @Test
    void everyFileThatWaitsIsInterpretedOnce() {
        receive("a.999", REJECTION);
        receive("nothing.txt", "");
        receive("b.ta1", Answer.of("TA1", 2, List.of("TA1*000000001*261122*0900*A*000~")));
        assertThat(interpretation.run()).isEqualTo(3);
        assertThat(interpretation.run()).isZero();
        assertThat(messages()).hasSize(5);
    }

    @Test
    void theNoteCountsTheProblemsThatAreTold() {
        InboxFile file = receive("a.999", REJECTION.replace("AK1*", "ZZ1*1~\nZZ2*1~\nZZ3*1~\nAK1*"));
        interpretation.run();
        List<OutgoingMessage> problems = messages().stream()
                .filter(message -> message.body().contains("file.problem.v1"))
                .toList();
        assertThat(problems).hasSize(1);
        assertThat(ledger.inbox().find(file.id()).orElseThrow().note()).endsWith(", 1 problem");
    }

    @Test
    void anInterchangeThatComesAgainInAnotherFileIsToldAndNotReadAgain() {
        receive("a.999", REJECTION);
        String another = Answer.of("TA1", 2, List.of("TA1*000000001*261122*0900*A*000~"));
        receive("more.txt", REJECTION.replace("\n", "\r\n") + another + another);
        interpretation.run();

        assertThat(messages())
                .extracting(OutgoingMessage::state)
                .containsExactly("REJECTED", "REJECTED", "", "REJECTED", "REJECTED", "");
        assertThat(messages().get(2).body()).contains("INTERCHANGE:known", "more.txt");
        assertThat(messages().get(5).body()).contains("INTERCHANGE:known", "more.txt");
    }

    @Test
    void aFileOfKnownInterchangesIsReadAndOneOfAFileThatCouldNotBeReadIsNew() {
        InboxFile known = receiveAfter(REJECTION, REJECTION + "\n");
        assertThat(known.state()).isEqualTo(InboxFile.State.INTERPRETED);

        String unexpected = REJECTION.replace("005010X231A1", "005010X999");
        InboxFile again = receiveAfter(unexpected, unexpected + "\n");
        assertThat(again.state()).isEqualTo(InboxFile.State.QUARANTINED);
        assertThat(messages().get(messages().size() - 1).body()).doesNotContain("INTERCHANGE:known");
    }

    private InboxFile receiveAfter(String first, String second) {
        receive("first", first);
        interpretation.run();
        InboxFile file = receive("second", second);
        interpretation.run();
        return ledger.inbox().find(file.id()).orElseThrow();
    }

    private InboxFile receive(String name, String text) {
        return ledger.inbox().store(SentClaims.PARTNER, name, NOW, text.getBytes(StandardCharsets.US_ASCII));
    }

    private StoredClaim claim(String patientControlNumber) {
        return ledger.claims().byPatientControlNumber(patientControlNumber).get(0);
    }

    private List<OutgoingMessage> messages() {
        return ledger.inTransaction(() -> ledger.outbox().lockUnpublished(100).stream()
                .map(OutboxStore.Waiting::message)
                .toList());
    }
}
