package org.claimgate.document;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.claimgate.guide.MappingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake in a mapping is told at start, with file and line. */
class MappingMistakesTest {

    private static final String LIST = "<smooks-resource-list xmlns='https://www.smooks.org/xsd/smooks-2.0.xsd'"
            + " xmlns:dfdl='https://www.smooks.org/xsd/smooks/dfdl-1.0.xsd'>\n%s\n</smooks-resource-list>\n";

    private static final String SENT =
            """
            title: Made by a test
            direction: sent
            from: payments
            extension: csv
            each: /posting/row
            mapping: notice.jslt
            """;

    @TempDir
    private Path mappings;

    private MadeMapping made;

    @BeforeEach
    void make() throws IOException {
        made = MadeMapping.in(mappings);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "title: Made by a test; ttle: Made; document.yaml:1: 'title' is missing",
                "direction: received; direction: away; document.yaml:2: 'direction' is one of received, sent",
                "{begins: x}; {}; document.yaml:3: give at least one of partner, file, begins, pattern",
                "{begins: x}; {pattern: '('}; document.yaml:3: 'pattern' is no expression: Unclosed group",
                "notices; notes; document.yaml:4: 'becomes' is one of claim-statuses, claims, notices, payments",
                "notice.jslt; other.jslt; document.yaml:5: there is no file",
            })
    void in_the_description(String right, String wrong, String message) {
        made.with("document.yaml", MadeMapping.NOTICE_DESCRIPTION.replace(right, wrong));
        assertMistake(message);
    }

    @Test
    void in_a_key_that_nobody_asks_for_and_in_limits() {
        made.with("document.yaml", MadeMapping.NOTICE_DESCRIPTION + "eech: /a\n");
        assertMistake("document.yaml:6: unknown key 'eech'");
        made.with("document.yaml", MadeMapping.NOTICE_DESCRIPTION + "each: report/claim\n");
        assertMistake("document.yaml:6: 'each' is a path of names: /report/claim");
        made.with("document.yaml", MadeMapping.NOTICE_DESCRIPTION + "limits: {depth: 0}\n");
        assertMistake("document.yaml:6: 'depth' is not from 1 to 500");
        made.with("document.yaml", MadeMapping.NOTICE_DESCRIPTION + "encoding: ebcdic-maybe\n");
        assertMistake("document.yaml:6: there is no encoding 'ebcdic-maybe'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{ \"a\": .b,; notice.jslt:2: Parse error",
                "{ \"a\": nosuch(.b) }; notice.jslt:2: No such function: 'nosuch'",
            })
    void in_the_transformation(String jslt, String message) {
        made.with("notice.jslt", "// a comment\n" + jslt);
        assertMistake(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<dfdl:parser schemaUrl='x.xsd'/>; smooks-config.xml:2: 'schemaUrl' may not stand here",
                "<resource-config selector='a'/>; smooks-config.xml:2: <resource-config> may not stand here",
                "<reader class='org.smooks.Any'/>; smooks-config.xml:2: the class of a reader is",
                "<reader/>; smooks-config.xml:2: 'class' is missing",
                "<dfdl:parser schemaUri='nosuch.xsd'/>; smooks-config.xml:2: Unable to resolve DFDL schema location",
                "<params><param name='a'>b</param></params>; smooks-config.xml:2: <params> may not stand here",
                "<dfdl:unparser schemaUri='text.xsd' unparseOnNode='*'/>; smooks-config.xml:2: <unparser> may not stand here",
                "''; smooks-config.xml:1: one of dfdl:parser, edi:parser and reader is missing",
                "<dfdl:parser; smooks-config.xml:3: is not well-formed XML",
            })
    void in_the_configuration(String content, String message) {
        made.with("smooks-config.xml", LIST.formatted(content));
        assertMistake(message);
    }

    @Test
    void in_a_configuration_with_a_document_type() {
        made.with(
                "smooks-config.xml",
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>\n" + LIST.formatted("&x;"));
        assertMistake("smooks-config.xml:1: a document type may not stand here");
    }

    @Test
    void in_the_schema() {
        made.withSchema("<xs:element name='a' type='xs:strin'/>");
        assertMistake("text.xsd:8: src-resolve.4.2: Error resolving component 'xs:strin'");
        made.withSchema("<xs:element name='a' type='xs:string' dfdl:initiatr='A'/>");
        assertMistake("text.xsd:8: cvc-complex-type.3.2.2: Attribute 'dfdl:initiatr' is not allowed");
    }

    @Test
    void in_a_root_that_would_be_found_without_an_end() {
        made.withSchema(
                "<xs:element name='a' type='xs:string' minOccurs='0' dfdl:initiator='A' dfdl:terminator='%NL;'/>");
        assertMistake("smooks-config.xml:3: the root element of the schema may take nothing");
    }

    @Test
    void in_two_mappings_that_recognize_the_same() throws IOException {
        Path other = Files.createDirectories(mappings.resolve("other"));
        new MadeMapping(other)
                .with("document.yaml", MadeMapping.NOTICE_DESCRIPTION)
                .with("notice.jslt", MadeMapping.NOTICE);
        assertThatThrownBy(() -> DocumentMappings.load(mappings, MadeMapping.GUIDES))
                .isInstanceOf(MappingException.class)
                .hasMessageEndingWith("other/document.yaml:1: recognizes the same files as made");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "from: payments; from: claims; document.yaml:3: 'from' is one of payments",
                "extension: csv; encoding: UTF-8; document.yaml:1: 'extension' is missing",
                "each: /posting/row; each: /row; document.yaml:5: 'each' names the root and its records: /posting/row",
            })
    void in_the_description_of_a_document_that_is_sent(String right, String wrong, String message) {
        made.with("document.yaml", SENT.replace(right, wrong));
        assertSentMistake(message);
    }

    @Test
    void in_the_configuration_of_a_document_that_is_sent() {
        made.with("document.yaml", SENT).with("smooks-config.xml", LIST.formatted("<dfdl:parser schemaUri='x.xsd'/>"));
        assertSentMistake("smooks-config.xml:2: <parser> may not stand here");
        made.with("smooks-config.xml", LIST.formatted(""));
        assertSentMistake("smooks-config.xml:1: dfdl:unparser is missing");
    }

    private void assertSentMistake(String message) {
        assertThatThrownBy(() -> SentMapping.compile(SentDescription.named(mappings, "made")))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(message);
    }

    private void assertMistake(String message) {
        assertThatThrownBy(made::compile).isInstanceOf(MappingException.class).hasMessageContaining(message);
    }
}
