package org.claimgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** Files in words. What is expected stands in src/test/resources/explain and is made with {@code ./gateway explain}. */
class ExplainCommandTest {

    private static final Path EXPECTED = Path.of("src/test/resources/explain");
    private static final Path SAMPLES = Path.of("edi-samples");
    private static final Path CANARIES = EXPECTED.resolve("canaries.x12");
    private static final Pattern CANARY = Pattern.compile("CANARY[A-Z0-9]*");
    /** Birth dates, dates of service, postal codes and telephone numbers of the canaries. */
    private static final List<String> CANARY_NUMBERS =
            List.of("1917", "1918", "19190", "1919-0", "9919", "919555", "919-555");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "edi-samples/837P/paid-office-visit/expected.x12, 837P.txt",
        "edi-samples/837I/inpatient/expected.x12, 837I.txt",
        "edi-samples/835/provider-adjustments/received.x12, 835.txt",
        "edi-samples/277CA/rejected-at-claim/received.x12, 277CA.txt",
        "edi-samples/277/several-statuses-and-lines/received.x12, 277.txt",
        "edi-samples/999/partially-accepted/received.x12, 999.txt",
        "edi-samples/TA1/rejected/received.x12, TA1.txt"
    })
    void explains_a_file_as_a_person_reads_it(String file, String expected) throws IOException {
        CommandRun run = CommandRun.of("explain", file);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .as("./gateway explain %s > %s makes it anew", file, EXPECTED.resolve(expected))
                .isEqualTo(Files.readString(EXPECTED.resolve(expected)));
        assertThat(run.exit()).isZero();
    }

    @Test
    void shows_issues_where_they_belong() {
        CommandRun run = CommandRun.of("explain", EXPECTED.resolve("broken.x12").toString());
        assertThat(run.exit()).isEqualTo(Exit.BAD_DATA);
        assertThat(run.out().lines().map(String::strip))
                .containsSubsequence(
                        "BPR  Financial information  [2]",
                        "02    Paid in total                 *****",
                        "!! error IK403:6: ST BPR02: expected a decimal number",
                        "03    Credit or debit               C = Credit",
                        "Q9   Unknown segment  [13]",
                        "!! error IK304:1: loop 2100: there is no such segment",
                        "01                                  *****",
                        "DTM  Date: Service  [16]",
                        "!! error IK502:4: SE01 says 11 segments, found 17 (segment 20, byte 586)",
                        "SE   Transaction set trailer  [17]",
                        "IEA  Interchange trailer",
                        "?? 34 bytes passed over, from byte 625 on",
                        "Interchange 000000302  QUARRY to HARBOR01",
                        "!! error TA105:023: the file ends inside a segment (segment 26, byte 837)",
                        "?? 13 bytes passed over, from byte 836 on");
    }

    @Test
    void shows_sums_that_do_not_add_up_behind_the_payment_and_the_set() throws IOException {
        String unbalanced = Files.readString(SAMPLES.resolve("835/paid-in-full/received.x12"))
                .replace("BPR*I*185*", "BPR*I*195*")
                .replace("CLP*LFP260001*1*185*", "CLP*LFP260001*1*205*");
        CommandRun run = CommandRun.withInput(unbalanced, "explain", "-");
        assertThat(run.exit()).isEqualTo(Exit.GOOD);
        assertThat(run.out().lines().map(String::strip))
                .containsSubsequence(
                        "AMT  Amount: Allowed, actual  [31]",
                        "!! warning EDIT:balance: 2100 CLP04 [18]: expected 205: what the other amounts add up to",
                        "!! warning EDIT:set-balance: ST BPR02 [2]: expected 185: what the other amounts add up to",
                        "GE   Functional group trailer");
    }

    @ParameterizedTest
    @CsvSource({"text", "html"})
    void hides_what_could_tell_who_a_patient_is(String format) {
        String hidden = CommandRun.of("explain", "--format", format, CANARIES.toString())
                .out();
        assertThat(hidden).doesNotContain("CANARY").doesNotContain(CANARY_NUMBERS);
        assertThat(hidden)
                .contains("LAKESIDE FAMILY PRACTICE", "1200 LAKE SHORE DR", "311234567", "PAYERSOWN", "STATELICENSE")
                .contains("FROST", "EFT8805", "800-555-0170", "B0048", "SANDBOX HEALTH PLAN");
    }

    @ParameterizedTest
    @CsvSource({"text", "html"})
    void shows_everything_when_told_to(String format) throws IOException {
        String shown = CommandRun.of("explain", "--show-phi", "--format", format, CANARIES.toString())
                .out();
        Set<String> canaries = CANARY.matcher(Files.readString(CANARIES))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
        assertThat(canaries).hasSizeGreaterThan(80);
        assertThat(CANARY.matcher(shown).results().map(found -> found.group()).collect(Collectors.toSet()))
                .containsAll(canaries);
        assertThat(shown).contains("1917-03-31", "919-555-0199", "99191-9191");
    }

    static Stream<Path> sampleClaims() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files
                    .filter(file -> file.endsWith("claim.json") && Files.exists(file.resolveSibling("expected.x12")))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("sampleClaims")
    void hides_the_patients_of_the_samples(Path file) throws IOException {
        JsonNode claim = new ObjectMapper().readTree(file.toFile());
        Set<String> secrets = new TreeSet<>();
        for (String person : List.of("subscriber", "dependent")) {
            for (String field : List.of("firstName", "lastName", "memberId", "dateOfBirth", "ssn")) {
                secrets.add(claim.path(person).path(field).asText());
            }
            secrets.add(claim.path(person).path("address").path("address1").asText());
        }
        secrets.remove("");
        assertThat(secrets).isNotEmpty();
        Set<String> shown = Stream.of(CommandRun.of(
                                "explain", file.resolveSibling("expected.x12").toString())
                        .out()
                        .split(" {2,}|\n"))
                .collect(Collectors.toSet());
        assertThat(shown).doesNotContainAnyElementsOf(secrets);
    }

    @Test
    void the_page_needs_nothing_else_and_is_well_formed() throws Exception {
        CommandRun run = CommandRun.of(
                "explain",
                "--format",
                "html",
                CANARIES.toString(),
                EXPECTED.resolve("broken.x12").toString());
        assertThat(run.exit()).isEqualTo(Exit.BAD_DATA);
        assertThat(run.out())
                .startsWith("<!DOCTYPE html>")
                .doesNotContain("src=", "url(", "@import", "<script", "<link", "http:", "https:");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        org.w3c.dom.Document page = factory.newDocumentBuilder().parse(new InputSource(new StringReader(run.out())));
        assertThat(page.getElementsByTagName("main").getLength()).isEqualTo(2);
        assertThat(page.getElementsByTagName("details").getLength()).isGreaterThan(40);
    }

    @Test
    void what_stands_in_a_file_cannot_steer_the_page_or_the_terminal() throws IOException {
        String text = Files.readString(SAMPLES.resolve("837P/paid-office-visit/expected.x12"))
                .replace("LAKESIDE FAMILY PRACTICE", "<b>A&B\u202e\u009b31m'\"</b>");
        Path file = Files.writeString(folder.resolve("steering.x12"), text, StandardCharsets.UTF_8);
        assertThat(CommandRun.of("explain", "--show-phi", "--format", "html", file.toString())
                        .out())
                .contains("&lt;b&gt;A&amp;B??31m&#39;&#34;&lt;/b&gt;")
                .doesNotContain("<b>A");
        assertThat(CommandRun.of("explain", "--show-phi", file.toString()).out())
                .contains("<b>A&B??31m'\"</b>");
    }

    @Test
    void a_set_without_a_guide_is_explained_by_the_dictionary() {
        assertThat(CommandRun.of("explain", CANARIES.toString()).out())
                .contains("Set 0001  no guide for 271", "error IK502:1")
                .containsPattern("NM1  Name: Insured or subscriber  \\[7]\\s+01    Who +IL = Insured or subscriber")
                .containsPattern("EB   Unknown segment  \\[11]\\s+01 +\\*\\*\\*\\*\\*");
    }

    @Test
    void writes_to_a_file_and_never_over_what_it_reads() throws IOException {
        Path file = Files.copy(SAMPLES.resolve("TA1/accepted/received.x12"), folder.resolve("received.x12"));
        Path page = folder.resolve("page.html");
        CommandRun run = CommandRun.of("explain", "--format", "html", "-o", page.toString(), file.toString());
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(page))
                .contains("Interchange acknowledgment")
                .endsWith("</html>\n");
        assertThat(CommandRun.of("explain", "-o", file.toString(), file.toString())
                        .exit())
                .isEqualTo(Exit.PLUMBING);
        assertThat(CommandRun.of("explain", folder.resolve("absent").toString()).exit())
                .isEqualTo(Exit.PLUMBING);
    }

    @Test
    void says_of_what_is_no_interchange_that_it_is_none() {
        CommandRun run = CommandRun.withInput("{\"claims\": []}\n", "explain", "-");
        assertThat(run.exit()).isEqualTo(Exit.BAD_DATA);
        assertThat(run.out())
                .startsWith("standard input\n")
                .contains("error TA105:022", "?? 14 bytes passed over, from byte 0 on")
                .doesNotContain("claims")
                .endsWith("standard input: 1 error, 0 warnings\n");
    }
}
