package org.claimgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.stream.EDIStreamException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConvertCommandTest {

    private static final Path SAMPLES = Path.of("edi-samples");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    /** The claims of all samples that are written to X12. */
    static List<Path> soundClaims() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            List<Path> found = files.filter(file -> file.endsWith("claim.json"))
                    .filter(file -> Files.exists(file.resolveSibling("expected.x12")))
                    .sorted()
                    .toList();
            assertThat(found).hasSizeGreaterThan(8);
            return found;
        }
    }

    @ParameterizedTest
    @MethodSource("soundClaims")
    void writes_a_claim_that_another_validator_accepts_and_that_reads_back_the_same(Path claim)
            throws IOException, EDIStreamException, EDISchemaException {
        CommandRun written = CommandRun.of("convert", claim.toString());
        assertThat(written.err()).isEmpty();
        assertThat(written.exit()).isZero();
        assertThat(AnotherValidator.errors(written.out())).isEmpty();

        CommandRun read = CommandRun.withInput(written.out(), "convert", "-");
        assertThat(read.err()).isEmpty();
        assertThat(read.out().lines()).hasSize(1);
        CommandRun again = CommandRun.withInput(read.out(), "convert", "-");
        assertThat(again).isEqualTo(written);
    }

    @Test
    void keeps_two_files_with_one_control_number_apart() {
        String file = SAMPLES.resolve("835/paid-in-full/received.x12").toString();
        CommandRun read = CommandRun.of("convert", file, file);
        CommandRun written = CommandRun.withInput(read.out(), "convert", "-");
        assertThat(written.exit()).isZero();
        assertThat(written.out().lines().filter(line -> line.startsWith("ISA*")))
                .hasSize(2);
    }

    /** The answers of all samples, which are read and written back. */
    static List<Path> answers() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            List<Path> found =
                    files.filter(file -> file.endsWith("received.x12")).sorted().toList();
            assertThat(found).hasSizeGreaterThan(4);
            return found;
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void turns_answers_into_documents_and_back_into_the_same_segments(Path answer) throws IOException {
        CommandRun read = CommandRun.of("convert", answer.toString());
        assertThat(read.err()).isEmpty();
        CommandRun written = CommandRun.withInput(read.out(), "convert", "-");
        assertThat(written.err()).isEmpty();
        assertThat(written.exit()).isZero();
        assertThat(segments(written.out())).isEqualTo(segments(Files.readString(answer)));
        assertThat(CommandRun.withInput(read.out(), "validate", "-").exit()).isZero();
    }

    private static List<String> segments(String text) {
        return Stream.of(text.strip().split("~\\s*")).toList();
    }

    @Test
    void puts_claims_of_one_kind_into_one_interchange_with_shared_loops() throws IOException {
        String claim = Files.readString(sample("837P/paid-office-visit"));
        String other = claim.replaceFirst("(\"patientControlNumber\"\\s*:\\s*\")[^\"]*", "$1OTHER01");
        Path both = Files.writeString(folder.resolve("claims.json"), "[" + claim + "," + other + "]");
        CommandRun run = CommandRun.of("convert", both.toString());
        assertThat(run.exit()).isZero();
        assertThat(run.out().lines().filter(line -> line.startsWith("ISA*"))).hasSize(1);
        assertThat(run.out().lines().filter(line -> line.startsWith("ST*"))).hasSize(1);
        assertThat(run.out().lines().filter(line -> line.startsWith("NM1*85"))).hasSize(1);
        assertThat(run.out().lines().filter(line -> line.startsWith("CLM*"))).hasSize(2);
        assertThat(CommandRun.withInput(run.out(), "convert", "-").out().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(MAPPER.readTree(line)
                                .path("envelope")
                                .path("guide")
                                .asText())
                        .isEqualTo("005010X222A1"));
    }

    @Test
    void opens_another_set_where_the_submitter_differs() throws IOException {
        String claim = Files.readString(sample("837P/paid-office-visit"));
        JsonNode other = MAPPER.readTree(claim);
        ((ObjectNode) other.path("submitter")).put("organizationName", "ANOTHER SUBMITTER");
        Path both = Files.writeString(folder.resolve("claims.json"), "[" + claim + "," + other + "]");
        CommandRun run = CommandRun.of("convert", both.toString());
        assertThat(run.exit()).isZero();
        assertThat(run.out().lines().filter(line -> line.startsWith("ST*"))).hasSize(2);
        assertThat(run.out()).contains("ST*837*0001*", "ST*837*0002*", "GE*2*1~");
    }

    @Test
    void addresses_claims_to_the_partner_that_is_named() {
        CommandRun run = CommandRun.of(
                "convert",
                "--partner",
                "sandbox-reject",
                sample("837P/paid-office-visit").toString());
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("GS*HC*");
        CommandRun unknown = CommandRun.of(
                "convert",
                "--partner",
                "nobody",
                sample("837P/paid-office-visit").toString());
        assertThat(unknown.exit()).isEqualTo(Exit.PLUMBING);
        assertThat(unknown.err()).contains("no partner is called nobody; there is sandbox");
    }

    @Test
    void leaves_a_claim_out_that_holds_a_separator_of_its_partner() throws IOException {
        Path partners = Files.createDirectories(folder.resolve("partners"));
        String sandbox = Files.readString(Path.of("partners/sandbox.yaml"));
        Files.writeString(partners.resolve("sandbox.yaml"), sandbox.replace("*^:~", "|^:~"));
        JsonNode claim = MAPPER.readTree(sample("837P/paid-office-visit").toFile());
        ObjectNode broken = claim.deepCopy();
        broken.withObject("/submitter").put("organizationName", "A|B");
        System.setProperty("claimgate.partners", partners.toString());
        try {
            CommandRun run = CommandRun.withInput(claim + "\n" + broken + "\n" + claim, "convert", "-");
            assertThat(run.exit()).isEqualTo(Exit.BAD_DATA);
            assertThat(run.out().lines().filter(line -> line.startsWith("CLM|")))
                    .hasSize(2);
            assertThat(run.err())
                    .contains("standard input[2]: left out", "[/submitter/organizationName]")
                    .doesNotContain("[1]", "[3]", "end of the last set");
        } finally {
            System.clearProperty("claimgate.partners");
        }
    }

    @Test
    void leaves_claims_with_errors_out_and_names_them() throws IOException {
        String sound =
                MAPPER.readTree(sample("837P/paid-office-visit").toFile()).toString();
        String broken =
                MAPPER.readTree(sample("837P/bad-missing-field").toFile()).toString();
        Path lines =
                Files.writeString(folder.resolve("claims.jsonl"), sound + "\n" + broken + "\n{oops\n" + sound + "\n");
        CommandRun run = CommandRun.of("convert", lines.toString());
        assertThat(run.exit()).isEqualTo(Exit.BAD_DATA);
        assertThat(run.out().lines().filter(line -> line.startsWith("CLM*"))).hasSize(2);
        assertThat(run.err())
                .contains(
                        "claims.jsonl[2]: error IK403:1: 2300 CLM01: expected a value [/claimInformation/patientControlNumber]",
                        "claims.jsonl[2]: left out because of its errors",
                        "claims.jsonl[3]: error JSON:syntax",
                        "claims.jsonl[3]: left out because of its errors")
                .doesNotContain("Exception");
    }

    @Test
    void writes_a_file_and_refuses_to_write_over_what_it_reads() throws IOException {
        Path claim = sample("837P/paid-office-visit");
        Path out = folder.resolve("claims.x12");
        CommandRun run = CommandRun.of("convert", claim.toString(), "-o", out.toString());
        assertThat(run).isEqualTo(new CommandRun(Exit.GOOD, "", ""));
        assertThat(Files.readString(out)).startsWith("ISA*").endsWith("*000000001~\n");
        CommandRun over = CommandRun.of("convert", out.toString(), "-o", out.toString());
        assertThat(over.exit()).isEqualTo(Exit.PLUMBING);
        assertThat(over.err()).contains("is read and cannot be written at the same time");
        assertThat(out).isNotEmptyFile();
    }

    @Test
    void says_what_is_wrong_with_a_file_that_is_not_x12_and_reads_the_next() throws IOException {
        String text = CommandRun.of("convert", sample("837P/paid-office-visit").toString())
                .out();
        Path junk = Files.writeString(folder.resolve("junk.txt"), "Dear Sir or Madam,\n");
        Path good = Files.writeString(folder.resolve("good.x12"), text);
        CommandRun run = CommandRun.of("convert", junk.toString(), good.toString());
        assertThat(run.exit()).isEqualTo(Exit.BAD_DATA);
        assertThat(run.err())
                .contains("junk.txt: error TA105:022", "the file does not begin with an ISA: it is not X12")
                .doesNotContain("Exception");
        assertThat(run.out().lines()).hasSize(1);
    }

    @Test
    void ends_with_2_for_a_file_that_is_not_there() {
        CommandRun run = CommandRun.of("convert", folder.resolve("nothing.x12").toString());
        assertThat(run.exit()).isEqualTo(Exit.PLUMBING);
        assertThat(run.err()).contains("nothing.x12: no such file").doesNotContain("Exception");
        assertThat(CommandRun.of("convert", folder.toString()).err()).contains("is a folder");
        assertThat(CommandRun.of("convert").exit()).isEqualTo(Exit.PLUMBING);
    }

    @Test
    void says_why_a_file_cannot_be_written() {
        String claim = sample("837P/paid-office-visit").toString();
        Path nowhere = folder.resolve("no/such/claims.x12");
        CommandRun run = CommandRun.of("convert", claim, "-o", nowhere.toString());
        assertThat(run.exit()).isEqualTo(Exit.PLUMBING);
        assertThat(run.err().strip()).isEqualTo("gateway: cannot write " + nowhere + ": the folder does not exist");
        assertThat(CommandRun.of("convert", claim, "-o", folder.toString()).err())
                .contains("cannot write " + folder + ": it is a folder");
    }

    @Test
    void reads_standard_input_once() {
        CommandRun run = CommandRun.withInput("{}", "convert", "-", "-");
        assertThat(run.exit()).isEqualTo(Exit.PLUMBING);
        assertThat(run.err()).contains("standard input can be read once");
    }

    @Test
    void says_of_x12_that_shall_become_x12_that_it_is() {
        Path x12 = sample("837P/paid-office-visit").resolveSibling("expected.x12");
        CommandRun run = CommandRun.of("convert", "--to", "x12", x12.toString());
        assertThat(run.exit()).isEqualTo(Exit.BAD_DATA);
        assertThat(run.err()).contains("expected JSON: this is X12 already");
    }

    @Test
    void leaves_a_set_of_payments_out_as_a_whole_and_what_is_empty_without_it() throws IOException {
        List<String> sound = documents("835/paid-in-full", "000000001");
        List<String> broken = documents("835/provider-adjustments", "000000002");
        broken.set(0, broken.get(0).replace("\"claimPaymentAmount\":\"", "\"claimPaymentAmount\":\"N"));
        List<String> unknown = documents("835/denied", "000000003");
        unknown.replaceAll(line -> line.replaceFirst("\\{", "{\"note\":\"none\","));
        String all = String.join(
                "\n", Stream.of(broken, sound, unknown).flatMap(List::stream).toList());

        CommandRun run = CommandRun.withInput(all, "convert", "-");

        assertThat(run.exit()).isEqualTo(Exit.BAD_DATA);
        assertThat(run.out())
                .isEqualTo(CommandRun.withInput(String.join("\n", sound), "convert", "-")
                        .out());
        assertThat(run.err())
                .contains(
                        "standard input[1]: left out because of its errors",
                        "standard input: interchange 000000002 group ",
                        "/note]",
                        "standard input: interchange 000000003 group ");
    }

    @Test
    void leaves_a_set_out_that_may_lack_a_line_that_is_no_json() throws IOException {
        List<String> lines = documents("835/provider-adjustments", "000000001");
        lines.set(1, lines.get(1).substring(1));

        CommandRun run = CommandRun.withInput(String.join("\n", lines), "convert", "-");

        assertThat(run.exit()).isEqualTo(Exit.BAD_DATA);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("standard input[2]: left out", "interchange 000000001 group ");
    }

    @Test
    void names_a_status_request_without_an_encounter_that_would_be_lost_in_another_of_the_subscriber()
            throws IOException {
        String whole = documents("276/one-claim", "000000001").get(0);
        ObjectNode empty = (ObjectNode) MAPPER.readTree(whole);
        empty.remove("encounter");

        CommandRun behind = CommandRun.withInput(whole + "\n" + empty, "convert", "-");
        CommandRun ahead = CommandRun.withInput(empty + "\n" + whole, "convert", "-");

        assertThat(behind.exit()).isEqualTo(Exit.BAD_DATA);
        assertThat(behind.err())
                .contains(
                        "standard input[2]: left out",
                        "loop 2200D (Claim asked for) is missing [/encounter/trackingNumber]");
        assertThat(ahead.exit()).isEqualTo(Exit.BAD_DATA);
        assertThat(ahead.err())
                .contains("standard input[2]: left out", "the document before this one", "loop 2200D is missing there");
        assertThat(behind.out() + ahead.out()).isEmpty();
    }

    /** The documents of a sample, in an interchange with this number. */
    private List<String> documents(String name, String number) throws IOException {
        String text = Files.readString(SAMPLES.resolve(name).resolve("received.x12"));
        String json = CommandRun.withInput(text, "convert", "-").out();
        return new ArrayList<>(json.lines()
                .map(line -> line.replaceFirst("(\"interchangeControlNumber\":\")\\d+", "$1" + number))
                .toList());
    }

    @Test
    void does_not_fall_over_documents_with_a_broken_envelope() throws IOException {
        String json = CommandRun.withInput(
                        CommandRun.of(
                                        "convert",
                                        sample("837P/paid-office-visit").toString())
                                .out(),
                        "convert",
                        "-")
                .out();
        assertEnvelopeRefused(json.replaceFirst("\"id\":\"[A-Z]*\"", "\"id\":\"A-NAME-THAT-IS-TOO-LONG\""), "ISA06");
        assertEnvelopeRefused(json.replace("005010X222A1", "005010X999"), "expected a guide");
    }

    private static void assertEnvelopeRefused(String json, String expected) {
        CommandRun run = CommandRun.withInput(json, "convert", "-");
        assertThat(run.exit()).isEqualTo(Exit.BAD_DATA);
        assertThat(run.err()).contains(expected, "standard input[1]: left out").doesNotContain("Exception");
        assertThat(run.out()).isEmpty();
    }

    private static Path sample(String name) {
        return SAMPLES.resolve(name).resolve("claim.json");
    }
}
