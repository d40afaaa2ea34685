package org.claimgate.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.claimgate.flow.PartnerDocuments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a document to results, each in the vocabulary of its kind. */
class DocumentMappingTest {

    @TempDir
    private Path mappings;

    @Test
    void a_record_sees_the_elements_that_it_stands_in() throws IOException {
        DocumentMapping mapping = MadeMapping.in(mappings)
                .with("document.yaml", MadeMapping.NOTICE_DESCRIPTION + "each: /batches/lines\n")
                .with(
                        "notice.jslt",
                        """
                        {"text": $document.title + " " + $batches.number + " " + .number, "severity": "warning"}
                        """)
                .compile();
        String document =
                """
                {"title": "T", "batches": [
                  {"number": "1", "lines": [{"number": "1"}, {"number": "2"}]},
                  {"number": "2", "lines": {"number": "3"}},
                  {"number": "3"}
                ]}""";
        assertThat(MadeMapping.read(mapping, document).json())
                .extracting(result -> result.path("text").asText())
                .containsExactly("T 1 1", "T 1 2", "T 2 3");
    }

    @Test
    void mappings_may_share_what_stands_beside_them() throws IOException {
        Files.writeString(mappings.resolve("common.jslt"), "def loud(text) uppercase($text)");
        DocumentMapping mapping = MadeMapping.in(mappings)
                .with(
                        "notice.jslt",
                        """
                        import "../common.jslt" as common
                        {"text": common:loud(.text), "severity": "warning"}
                        """)
                .compile();
        assertThat(MadeMapping.read(mapping, "{\"text\": \"late\"}").json().findValuesAsText("text"))
                .containsExactly("LATE");
    }

    @Test
    void a_record_gives_one_result_or_several_or_none_and_a_bad_one_costs_itself_alone() throws IOException {
        DocumentMapping mapping = MadeMapping.in(mappings)
                .with(
                        "notice.jslt",
                        """
                        let notice = {"text": .text, "severity": "warning"}
                        if (.times == "2") [$notice, $notice] else if (.times == "1") $notice else if (.times) [for (.text) .]
                        """)
                .compile();
        Trial trial = MadeMapping.read(
                mapping,
                """
                {"times": "2", "text": "a"}
                {"times": "1", "text": "b"}
                {}
                {"times": "3", "text": "SECRET"}
                {"times": "1", "text": "c"}
                """);
        assertThat(trial.json())
                .extracting(result -> result.path("text").asText())
                .containsExactly("a", "a", "b", "c");
        assertThat(MadeMapping.issues(trial))
                .singleElement()
                .asString()
                .matches("DOCUMENT:mapping record 4: the mapping fails at made/notice\\.jslt:2:\\d+");
    }

    @Test
    void a_mapping_without_an_end_costs_its_record() throws IOException {
        DocumentMapping mapping = MadeMapping.in(mappings)
                .with("notice.jslt", "def deeper(x) deeper($x + 1)\ndeeper(1)")
                .compile();
        assertThat(MadeMapping.issues(MadeMapping.read(mapping, "{}")))
                .containsExactly("DOCUMENT:mapping record 1: the mapping calls itself without an end");
    }

    @Test
    void a_result_in_another_vocabulary_is_told_with_record_and_field() throws IOException {
        MadeMapping made = MadeMapping.in(mappings).with("notice.jslt", ".");
        assertThat(MadeMapping.issues(MadeMapping.read(
                        made.compile(),
                        "{\"severity\": \"bad\", \"txt\": 5} {\"text\": 5, \"severity\": \"error\"} 7")))
                .containsExactlyInAnyOrder(
                        "DOCUMENT:mapping record 1: expected a value [/text]",
                        "DOCUMENT:mapping record 1: expected a field of the vocabulary [/txt]",
                        "DOCUMENT:mapping record 1: expected one of error, warning, information [/severity]",
                        "DOCUMENT:mapping record 2: expected a value of type string [/text]",
                        "DOCUMENT:mapping record 3: the mapping gives no JSON object");
        assertMistake(
                made,
                "claim-statuses",
                "{\"outcome\": \"accepted\", \"references\": {}}",
                "expected what the vocabulary says (minProperties) [/references]");
        assertMistake(
                made,
                "payments",
                "{\"claimPaymentInfo\": {\"patientControlNmber\": \"A1\"}}",
                "expected a field of the vocabulary [/claimPaymentInfo/patientControlNmber]");
        assertMistake(
                made,
                "claims",
                Files.readString(Path.of("edi-samples/837P/bad-unknown-field/claim.json")),
                "expected a field of the vocabulary; the nearest known name is npi [/billing/npii]");
    }

    private static void assertMistake(MadeMapping made, String kind, String document, String message) {
        made.with("document.yaml", MadeMapping.NOTICE_DESCRIPTION.replace("notices", kind));
        assertThat(MadeMapping.issues(MadeMapping.read(made.compile(), document)))
                .anySatisfy(issue -> assertThat(issue).isEqualTo("DOCUMENT:mapping record 1: " + message));
    }

    @Test
    void no_issue_quotes_the_document() throws IOException {
        DocumentMapping mapping = MadeMapping.in(mappings)
                .withSchema(
                        """
                        <xs:element name="a" type="xs:string" dfdl:initiator="A" dfdl:terminator="%NL;"/>
                        <xs:element name="number" type="xs:int" dfdl:terminator="%NL;" dfdl:textNumberPattern="#0"/>
                        """)
                .compile();
        assertThat(MadeMapping.issues(MadeMapping.read(mapping, "A\nSECRET\n")))
                .containsExactly("DOCUMENT:syntax expected what text.xsd:9 says (line 2, column 7)");
        assertThat(MadeMapping.issues(MadeMapping.read(mapping, "ASECRET\n5\nSECRET")))
                .containsExactly("DOCUMENT:syntax expected 'A' (line 3, column 1)");
    }

    @Test
    void a_document_may_have_several_roots_and_what_is_none_is_told_where_it_stands() throws IOException {
        DocumentMapping mapping = MadeMapping.in(mappings)
                .withSchema(
                        """
                        <xs:element name="a" type="xs:string" dfdl:initiator="A" dfdl:terminator="%NL;"/>
                        <xs:element name="b" type="xs:string" minOccurs="0" dfdl:initiator="B" dfdl:terminator="%NL;"/>
                        """)
                .with("document.yaml", MadeMapping.NOTICE_DESCRIPTION + "each: /root\n")
                .compile();
        assertThat(MadeMapping.read(mapping, "A1\nB1\nA2\n").json().findValuesAsText("text"))
                .containsExactly("{\"a\":\"1\",\"b\":\"1\"}", "{\"a\":\"2\"}");
        assertThat(MadeMapping.issues(MadeMapping.read(mapping, "A1\nB1\nA2\nsome more")))
                .containsExactly("DOCUMENT:syntax expected 'A' (line 4, column 1)");
    }

    @Test
    void several_documents_are_read_at_once() throws IOException {
        DocumentMapping mapping = MadeMapping.in(mappings)
                .withSchema("<xs:element name='a' type='xs:string' dfdl:initiator='A' dfdl:terminator='%NL;'/>")
                .compile();
        assertThat(IntStream.range(0, 200)
                        .parallel()
                        .mapToObj(number -> MadeMapping.read(mapping, "A" + number + "\n"))
                        .toList())
                .extracting(trial -> trial.json().at("/0/text").asText())
                .isEqualTo(IntStream.range(0, 200)
                        .mapToObj("{\"root\":{\"a\":\"%d\"}}"::formatted)
                        .toList());
    }

    @Test
    void the_mapping_that_knows_a_file_best_reads_it() throws IOException {
        MadeMapping.in(mappings);
        new MadeMapping(Files.createDirectories(mappings.resolve("better")))
                .with("notice.jslt", MadeMapping.NOTICE)
                .with(
                        "document.yaml",
                        MadeMapping.NOTICE_DESCRIPTION.replace(
                                "{begins: x}", "{partner: acme, file: '*.rpt', pattern: 'x.{3}y'}"));
        PartnerDocuments documents = DocumentMappings.load(mappings, MadeMapping.GUIDES);
        assertThat(name(documents, "acme", "a.rpt", "x|\n|y")).isEqualTo("better");
        assertThat(name(documents, "acme", "a.txt", "\uFEFFx|\n|y")).isEqualTo("made");
        assertThat(name(documents, "other", "a.rpt", "x|\n|y")).isEqualTo("made");
        assertThat(name(documents, "acme", "a.rpt", "y")).isEqualTo("none");
    }

    private static String name(PartnerDocuments documents, String partner, String file, String beginning) {
        return documents
                .recognize(partner, file, beginning.getBytes(StandardCharsets.UTF_8))
                .map(PartnerDocuments.Mapping::name)
                .findFirst()
                .orElse("none");
    }
}
