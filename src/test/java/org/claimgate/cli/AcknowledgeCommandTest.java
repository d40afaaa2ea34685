package org.claimgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcknowledgeCommandTest {

    @TempDir
    private Path folder;

    @Test
    void answers_the_sender_with_a_ta1_and_a_999() {
        CommandRun run = CommandRun.of("acknowledge", sent("claims-accepted"));
        assertThat(run.exit()).isEqualTo(Exit.GOOD);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(
                        "*ZZ*SANDBOX        *ZZ*HARBOR01       *",
                        "TA1*000000001*261122*1200*A*000~",
                        "GS*FA*SANDBOX*HARBOR01*",
                        "AK1*HC*1*005010X222A1~\nAK2*837*0001*005010X222A1~\nIK5*A~\nAK9*A*1*1*1~");
    }

    @Test
    void strictness_decides_whether_errors_reject() {
        String file = sent("claims-with-element-errors");
        CommandRun strict = CommandRun.of("acknowledge", file);
        assertThat(strict.exit()).isEqualTo(Exit.BAD_DATA);
        assertThat(strict.out()).contains("IK5*R*5~\nAK9*R*1*1*0~");
        assertThat(strict.err()).contains(": interchange 000000001, group 1 is rejected (999 R): 0 of 1 sets accepted");
        CommandRun lenient = CommandRun.of("acknowledge", "--strictness", "segment", file);
        assertThat(lenient.exit()).isEqualTo(Exit.BAD_DATA);
        assertThat(lenient.out()).contains("IK5*E*5~\nAK9*E*1*1*1~");
        assertThat(CommandRun.of("acknowledge", "--strictness", "none", file).exit())
                .isEqualTo(Exit.PLUMBING);
    }

    @Test
    void numbers_run_through_all_files_into_one() throws IOException {
        Path out = folder.resolve("answers.x12");
        CommandRun run = CommandRun.of(
                "acknowledge",
                "--first-number",
                "41",
                "-o",
                out.toString(),
                sent("claims-accepted"),
                nextNumber("claims-partly-accepted"));
        assertThat(run.out()).isEmpty();
        String written = Files.readString(out);
        assertThat(written.lines().filter(line -> line.startsWith("IEA*")))
                .containsExactly("IEA*0*000000041~", "IEA*1*000000042~", "IEA*0*000000043~", "IEA*1*000000044~");
        assertThat(written.lines().filter(line -> line.startsWith("GE*"))).containsExactly("GE*1*41~", "GE*1*42~");
        assertThat(CommandRun.of("acknowledge", "-o", out.toString(), out.toString())
                        .err())
                .contains("is read and cannot be written at the same time");
        assertThat(CommandRun.of("acknowledge", "--first-number", "0", out.toString())
                        .exit())
                .isEqualTo(Exit.PLUMBING);
    }

    @Test
    void a_control_number_that_an_earlier_file_used_is_rejected_and_the_next_one_is_not() throws IOException {
        CommandRun run = CommandRun.of(
                "acknowledge", sent("claims-accepted"), sent("claims-partly-accepted"), nextNumber("claims-accepted"));
        assertThat(run.exit()).isEqualTo(Exit.BAD_DATA);
        assertThat(run.out().lines().filter(line -> line.startsWith("TA1*")))
                .containsExactly(
                        "TA1*000000001*261122*1200*A*000~",
                        "TA1*000000001*261122*1200*R*025~",
                        "TA1*000000002*261122*1200*A*000~");
        assertThat(run.err()).contains("partly-accepted/sent.x12: interchange 000000001 is rejected (TA1 R 025)");
    }

    @Test
    void acknowledgments_are_not_acknowledged() {
        CommandRun run = CommandRun.of("acknowledge", "edi-samples/999/rejected/received.x12");
        assertThat(run.exit()).isEqualTo(Exit.GOOD);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("holds nothing but acknowledgments, which are not acknowledged");
    }

    @Test
    void says_of_what_is_no_interchange_that_nobody_can_be_answered() {
        CommandRun run = CommandRun.withInput("{\"claim\": 1}", "acknowledge", "-");
        assertThat(run.exit()).isEqualTo(Exit.BAD_DATA);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("standard input: holds no interchange that could be acknowledged\n");
    }

    @Test
    void a_set_names_five_hundred_segments_in_error_and_the_rest_is_said() throws IOException {
        String sound = Files.readString(Path.of(sent("claims-accepted")));
        String claim = sound.substring(sound.indexOf("\nCLM*") + 1, sound.indexOf("\nSE*") + 1);
        String claims = String.join("", Collections.nCopies(600, claim.replace("*Y*A*Y*Y~", "*Q*A*Y*Y~")));
        CommandRun run = CommandRun.withInput(sound.replace(claim, claims), "acknowledge", "-");
        assertThat(run.out().lines().filter(line -> line.startsWith("IK3*"))).hasSize(500);
        assertThat(run.out()).contains("IK5*R*4*5~");
        assertThat(run.err()).containsPattern(", group 1: the 999 has no room for \\d+ more errors");
    }

    /** The sample as its sender's next interchange. */
    private String nextNumber(String sample) throws IOException {
        String text = Files.readString(Path.of(sent(sample))).replace("000000001", "000000002");
        return Files.writeString(folder.resolve("next.x12"), text).toString();
    }

    private static String sent(String sample) {
        return "edi-samples/acknowledgments/" + sample + "/sent.x12";
    }
}
