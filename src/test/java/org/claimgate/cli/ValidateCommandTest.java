package org.claimgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidateCommandTest {

    private static final Path SOUND = Path.of("edi-samples/837P/paid-office-visit");
    private static final Path BROKEN = Path.of("edi-samples/837P/bad-missing-field/claim.json");

    @TempDir
    private Path folder;

    @Test
    void finds_nothing_wrong_with_sound_files_of_both_forms() {
        CommandRun run = CommandRun.of(
                "validate",
                SOUND.resolve("claim.json").toString(),
                SOUND.resolve("expected.x12").toString());
        assertThat(run.exit()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        SOUND.resolve("claim.json") + ": 1 document, 0 errors, 0 warnings",
                        SOUND.resolve("expected.x12") + ": 1 document, 0 errors, 0 warnings");
    }

    @Test
    void names_the_field_of_a_claim() {
        CommandRun run = CommandRun.of("validate", BROKEN.toString());
        assertThat(run.exit()).isEqualTo(Exit.BAD_DATA);
        assertThat(run.out())
                .contains(BROKEN + "[1]: error IK403:1: 2010AA N401: expected a value [/billing/address/city]");
    }

    @Test
    void names_the_place_in_an_interchange() throws IOException {
        String text = Files.readString(SOUND.resolve("expected.x12"))
                .replaceFirst("SE\\*\\d+\\*", "SE*99*")
                .replaceFirst("~(\\s*)CLM\\*([^*]*)\\*[^*]*\\*", "~$1CLM*$2*ten*");
        Path file = Files.writeString(folder.resolve("claim.x12"), text);
        CommandRun run = CommandRun.of("validate", file.toString());
        assertThat(run.exit()).isEqualTo(Exit.BAD_DATA);
        assertThat(run.out())
                .containsPattern("claim.x12: error IK403:6 at interchange \\d{9} group \\d+ set \\d{4,} segment \\d+: "
                        + "2300 CLM02: expected a decimal number \\[/claimInformation/claimChargeAmount]")
                .containsPattern("claim.x12: error IK502:4 at interchange .*SE01 says 99 segments, found \\d+")
                .contains("claim.x12: 1 document, 2 errors, 0 warnings");
    }

    @Test
    void prints_one_json_object_per_issue_for_programs() throws IOException {
        CommandRun run = CommandRun.of("validate", "--format", "json", BROKEN.toString());
        assertThat(run.exit()).isEqualTo(Exit.BAD_DATA);
        assertThat(run.out().lines()).isNotEmpty().allSatisfy(line -> {
            JsonNode issue = new ObjectMapper().readTree(line);
            assertThat(issue.path("file").asText()).isEqualTo(BROKEN.toString());
            assertThat(issue.path("document").asInt()).isEqualTo(1);
            assertThat(issue.path("severity").asText()).isEqualTo("error");
            assertThat(issue.path("code").asText()).isNotEmpty();
            assertThat(issue.path("pointer").asText()).startsWith("/");
        });
    }

    @Test
    void reads_standard_input_and_never_shows_a_value() {
        CommandRun run = CommandRun.withInput("{\"subscriber\": {\"lastNme\": \"SECRETNAME\"}}", "validate", "-");
        assertThat(run.exit()).isEqualTo(Exit.BAD_DATA);
        assertThat(run.out())
                .contains("standard input[1]: error JSON:unknown", "/subscriber/lastNme")
                .doesNotContain("SECRETNAME");
    }

    @Test
    void says_that_a_file_is_empty() throws IOException {
        Path file = Files.createFile(folder.resolve("empty.x12"));
        CommandRun run = CommandRun.of("validate", file.toString());
        assertThat(run.exit()).isEqualTo(Exit.BAD_DATA);
        assertThat(run.out()).contains("empty.x12: error TA105:022", "the file is empty");
    }

    @ParameterizedTest
    @CsvSource({
        "'', the file is empty",
        "' \t\r\n', the file is empty",
        "null, 'expected a claim as a JSON object, an array of them, or one on each line'",
        "12, 'expected a claim as a JSON object, an array of them, or one on each line'",
        "'\"text\"', 'expected a claim as a JSON object, an array of them, or one on each line'",
        "[], the array is empty",
        "nullify, it is not X12"
    })
    void says_what_a_file_without_a_document_holds(String content, String expected) {
        CommandRun run = CommandRun.withInput(content, "validate", "-");
        assertThat(run.exit()).isEqualTo(Exit.BAD_DATA);
        assertThat(run.out()).contains(expected, "1 error");
    }

    @Test
    void ends_with_2_for_a_file_that_is_not_there() {
        CommandRun run = CommandRun.of("validate", folder.resolve("nothing").toString());
        assertThat(run.exit()).isEqualTo(Exit.PLUMBING);
        assertThat(run.err()).contains("no such file");
    }
}
