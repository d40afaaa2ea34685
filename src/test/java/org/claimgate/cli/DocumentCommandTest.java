package org.claimgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentCommandTest {

    private static final String NAME = "clearinghouse-claim-report";
    private static final Path SAMPLES = Path.of("mappings/documents", NAME, "samples");

    @TempDir
    private Path folder;

    @Test
    void list_says_what_there_is_and_how_it_is_recognised() {
        CommandRun run = CommandRun.of("document", "list");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains(NAME + ": Claim report of a clearinghouse")
                .contains("becomes claim-statuses; begins HDR|CLAIM REPORT|")
                .contains("becomes claims; sender fhir-r4")
                .contains("is made of payments; .csv");
    }

    @Test
    void test_shows_the_claim_that_becomes_of_another_systems_and_what_intake_would_say() throws IOException {
        Path samples = Path.of("mappings/claims/flat-practice-claim/samples");
        CommandRun run = CommandRun.of(
                "document",
                "test",
                "flat-practice-claim",
                samples.resolve("bad-total/input.json").toString());
        assertThat(run.exit()).isEqualTo(Exit.BAD_DATA);
        assertThat(run.err()).contains("EDIT:X222.2300.CLM02.010 at CLM02 in loop 2300: record 1: ", "185.00");
        assertThat(new ObjectMapper()
                        .readTree(run.out())
                        .at("/0/claimInformation/claimChargeAmount")
                        .asText())
                .isEqualTo("186.00");
    }

    @Test
    void test_shows_a_document_that_would_be_sent() throws IOException {
        Path sample = Path.of("mappings/documents/payment-posting-csv/samples/separators-in-values");
        CommandRun run = CommandRun.of(
                "document",
                "test",
                "payment-posting-csv",
                sample.resolve("input.json").toString());
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo(Files.readString(sample.resolve("expected.csv")));
    }

    @Test
    void test_runs_the_samples_of_a_mapping() {
        CommandRun run = CommandRun.of("document", "test", NAME);
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("accepted-and-rejected: as expected", NAME + ": ");
    }

    @Test
    void test_shows_the_results_of_a_file_and_its_tree() throws IOException {
        String file = SAMPLES.resolve("accepted-and-rejected/input.txt").toString();
        CommandRun run = CommandRun.of("document", "test", NAME, file);
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        JsonNode expected = new ObjectMapper()
                .readTree(SAMPLES.resolve("accepted-and-rejected/expected.json").toFile());
        assertThat(new ObjectMapper().readTree(run.out())).isEqualTo(expected);
        CommandRun tree = CommandRun.of("document", "test", NAME, file, "--tree");
        assertThat(tree.exit()).isZero();
        assertThat(new ObjectMapper()
                        .readTree(tree.out())
                        .at("/report/header/sender")
                        .asText())
                .isEqualTo("CLEARHOUSE");
    }

    @Test
    void test_says_what_is_wrong_with_a_file_without_showing_it() throws IOException {
        Path file = folder.resolve("report.txt");
        Files.writeString(file, "HDR|CLAIM REPORT|SECRET\n");
        CommandRun run = CommandRun.of("document", "test", NAME, file.toString());
        assertThat(run.exit()).isEqualTo(Exit.BAD_DATA);
        assertThat(run.err())
                .isEqualTo(file
                        + ": error DOCUMENT:syntax: expected '|' before the end of the line (line 1, column 24)\n");
        assertThat(run.out().strip()).isEqualTo("[ ]");
    }

    @Test
    void an_unknown_mapping_or_file_is_a_wrong_call() {
        CommandRun run = CommandRun.of("document", "test", "nosuch");
        assertThat(run.exit()).isEqualTo(Exit.PLUMBING);
        assertThat(run.err()).contains("nosuch: no such mapping; 'gateway document list' names those that there are");
        assertThat(CommandRun.of("document", "test", NAME, "nosuch.txt").exit()).isEqualTo(Exit.PLUMBING);
        assertThat(CommandRun.of("document").exit()).isEqualTo(Exit.PLUMBING);
    }
}
