package org.claimgate.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimgate.sandbox.Drops.interchange;
import static org.claimgate.sandbox.Drops.professional;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How far a claim has come, by what the clearinghouse did with it. */
class StatusAnswersTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-09-01T10:15:00Z"), ZoneOffset.UTC);

    /** Asks for the claim whose own number (REF*D9) is OWN-PAT1. */
    private static final String QUESTION =
            """
            ISA*00*          *00*          *ZZ*NORTH          *ZZ*SANDBOX        *260902*0900*^*00501*000000002*1*T*:~
            GS*HR*NORTHAPP*SANDAPP*20260902*0900*78*X*005010X212~
            ST*276*0001*005010X212~
            BHT*0010*13*ASK1*20260902*0900~
            HL*1**20*1~
            NM1*PR*2*SANDBOX HEALTH*****PI*SANDPAID~
            HL*2*1*21*1~
            NM1*41*2*NORTH BILLING*****46*NB1~
            HL*3*2*19*1~
            NM1*1P*2*NORTH CLINIC*****XX*1999999984~
            HL*4*3*22*0~
            DMG*D8*19700101*F~
            NM1*IL*1*DOE*JANE****MI*W000000001~
            TRN*1*Q000000001~
            REF*EJ*PAT1~
            REF*D9*OWN-PAT1~
            AMT*T3*150~
            DTP*472*RD8*20260701-20260702~
            SE*17*0001~
            GE*1*78~
            IEA*1*000000002~
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "SANDPAID, STC*F1:65*20260901**150*150*20260901**20260901*SBX4001~",
        "SANDADJ, STC*F1:65*20260901**150*80*20260901**20260901*SBX4001~",
        "SANDDENY, STC*F2:718*20260901**150*0~",
        "SANDREV, STC*F3:65*20260901**150*135*20260901**20260901*SBX5001~",
        "SAND277R, STC*A7:164:IL*20260901**150~",
        "SAND999R, STC*A4:35*20260901**150~",
        "SANDSILENT, STC*A4:35*20260901**150~"
    })
    void a_claim_is_as_far_as_its_scenario_has_brought_it(String payer, String status) throws IOException {
        clearinghouse().answer(interchange("000000001", professional(payer, "PAT1", "100", "50")));

        assertThat(answer(QUESTION)).contains("\n" + status + "\n");
    }

    @Test
    void the_answer_repeats_the_question_and_names_the_payers_number() throws IOException {
        clearinghouse().answer(interchange("000000001", professional("SANDPAID", "PAT1", "100", "50")));

        assertThat(answer(QUESTION))
                .contains("ST*277*0001*005010X212~\nBHT*0010*08*ASK1*20260901*1015*DG~\n")
                .contains("NM1*PR*2*SANDBOX HEALTH*****PI*SANDPAID~\n")
                .contains("NM1*41*2*NORTH BILLING*****46*NB1~\n", "NM1*1P*2*NORTH CLINIC*****XX*1999999984~\n")
                .contains("NM1*IL*1*DOE*JANE****MI*W000000001~\nTRN*2*Q000000001~\n")
                .contains("REF*1K*PCN000000001~\nREF*EJ*PAT1~\nREF*D9*OWN-PAT1~\nDTP*472*RD8*20260701-20260702~\n");
    }

    @Test
    void a_question_is_acknowledged_before_it_is_answered_and_what_was_known_outlives_a_restart() throws IOException {
        clearinghouse().answer(interchange("000000001", professional("SANDPAID", "PAT1", "100", "50")));

        List<Answer> answers = clearinghouse().answer(QUESTION.getBytes(US_ASCII));

        assertThat(answers).extracting(Answer::kind).containsExactly("TA1", "999", "277");
        assertThat(text(answers.get(1))).contains("AK1*HR*78*005010X212~", "AK2*276*0001*005010X212~", "IK5*A~");
        assertThat(text(answers.get(2))).contains("STC*F1:65*");
    }

    @Test
    void a_question_with_errors_is_turned_down_by_the_999_alone() throws IOException {
        List<Answer> answers = clearinghouse()
                .answer(QUESTION.replace("DMG*D8*19700101", "DMG*D8*19701301").getBytes(US_ASCII));

        assertThat(answers).extracting(Answer::kind).containsExactly("TA1", "999");
        assertThat(text(answers.get(1))).contains("IK5*R*5~");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-claim", "claims-of-two-providers", "dependent-with-lines"})
    void every_sample_question_gets_an_answer_that_can_be_read(String sample) throws IOException {
        byte[] file = Files.readAllBytes(Path.of("edi-samples/276", sample, "received.x12"));

        List<Answer> answers = clearinghouse().answer(file);

        assertThat(Answers.inX12(answers).kinds()).contains("claim-status-response");
    }

    private String answer(String question) throws IOException {
        List<Answer> answers = clearinghouse().answer(question.getBytes(US_ASCII));
        return text(answers.get(answers.size() - 1));
    }

    private static String text(Answer answer) {
        return new String(answer.bytes(), US_ASCII).replace("~", "~\n").replace("~\n\n", "~\n");
    }

    private Clearinghouse clearinghouse() throws IOException {
        return new Clearinghouse(
                Drops.GUIDES,
                new ControlNumbers(folder.resolve("control-numbers.properties")),
                new KnownClaims(folder.resolve("known-claims.jsonl")),
                CLOCK);
    }
}
