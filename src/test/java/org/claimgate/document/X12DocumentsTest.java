package org.claimgate.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.claimgate.x12.Limits;
import org.claimgate.x12.Segment;
import org.claimgate.x12.SegmentReader;
import org.claimgate.x12.SegmentReader.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The EDI cartridge with our schema, and our own reader of X12, which knows nothing of each other: they see the same. */
class X12DocumentsTest {

    private static final int LOOKED_AT = 1024;

    private static final String ANY_INTERCHANGE =
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:dfdl="http://www.ogf.org/dfdl/dfdl-1.0/"
                       xmlns:x12="http://www.ibm.com/dfdl/EDI/Format">
              <xs:import namespace="http://www.ibm.com/dfdl/EDI/Format" schemaLocation="../x12.dfdl.xsd"/>
              <xs:annotation><xs:appinfo source="http://www.ogf.org/dfdl/">
                <dfdl:format ref="x12:format"/>
              </xs:appinfo></xs:annotation>
              <xs:element name="interchange" type="x12:AnyInterchange"/>
            </xs:schema>
            """;

    private static final String EDI_READER =
            """
            <smooks-resource-list xmlns="https://www.smooks.org/xsd/smooks-2.0.xsd"
                                  xmlns:edi="https://www.smooks.org/xsd/smooks/edi-2.0.xsd">
              <edi:parser schemaUri="any.xsd"/>
            </smooks-resource-list>
            """;

    private static final List<String> ISA_FIELDS = List.of(
            "authorizationQualifier",
            "authorization",
            "securityQualifier",
            "security",
            "senderQualifier",
            "sender",
            "receiverQualifier",
            "receiver",
            "date",
            "time",
            "repetitionSeparator",
            "version",
            "controlNumber",
            "acknowledgmentRequested",
            "usageIndicator",
            "componentSeparator");

    @TempDir
    private Path mappings;

    @Test
    void two_readers_see_the_same_segments_elements_repetitions_and_components() throws IOException {
        TreeReader smooks = anyInterchange();
        List<Path> compared = new ArrayList<>();
        for (Path sample : samples()) {
            byte[] document = Files.readAllBytes(sample);
            List<String> own = byOwnReader(document);
            if (own.isEmpty()) {
                continue;
            }
            JsonNode tree = smooks.read(new Content(document), new Watch(org.claimgate.document.Limits.USUAL));
            assertThat(bySmooks(tree)).as("%s", sample).isEqualTo(own);
            compared.add(sample);
        }
        assertThat(compared)
                .hasSizeGreaterThan(80)
                .anyMatch(sample -> sample.startsWith("edi-samples/835"))
                .anyMatch(sample -> sample.startsWith("edi-samples/837P"))
                .anyMatch(sample -> sample.startsWith("edi-samples/837I"));
    }

    @Test
    void sets_of_hipaa_are_left_to_our_own_reader() throws IOException {
        List<Description> mappings = Description.all(MadeMapping.SHIPPED);
        for (Path sample : samples()) {
            byte[] document = Files.readAllBytes(sample);
            byte[] beginning = Arrays.copyOf(document, Math.min(document.length, LOOKED_AT));
            assertThat(mappings).as("%s", sample).noneMatch(mapping -> mapping.recognition()
                    .question()
                    .fits("clearhouse", sample.getFileName().toString(), Recognition.text(beginning)));
        }
    }

    private TreeReader anyInterchange() throws IOException {
        MadeMapping made =
                MadeMapping.in(mappings).with("smooks-config.xml", EDI_READER).with("any.xsd", ANY_INTERCHANGE);
        Files.copy(MadeMapping.SHIPPED.resolve("x12.dfdl.xsd"), mappings.resolve("x12.dfdl.xsd"));
        return SmooksTreeReader.compile(made.folder());
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("edi-samples"))) {
            return files.filter(file -> file.toString().endsWith(".x12"))
                    .sorted()
                    .toList();
        }
    }

    /** A line for each segment; none where the reader finds a fault. */
    private static List<String> byOwnReader(byte[] document) throws IOException {
        SegmentReader reader = new SegmentReader(new ByteArrayInputStream(document), Limits.USUAL);
        List<String> segments = new ArrayList<>();
        for (Event event = reader.next(); event != Event.END; event = reader.next()) {
            if (event == Event.FAULT) {
                return List.of();
            }
            segments.add(line(reader.segment()));
        }
        return segments;
    }

    private static String line(Segment segment) {
        boolean isa = segment.id().equals("ISA");
        return segment.id()
                + IntStream.rangeClosed(1, segment.elements())
                        .mapToObj(i -> isa ? List.of(List.of(segment.text(i))) : repetitions(segment, i))
                        .toList();
    }

    private static List<List<String>> repetitions(Segment segment, int element) {
        return IntStream.rangeClosed(1, Math.max(1, segment.repetitions(element)))
                .mapToObj(repetition -> IntStream.rangeClosed(1, Math.max(1, segment.components(element, repetition)))
                        .mapToObj(component -> segment.text(element, repetition, component))
                        .toList())
                .toList();
    }

    private static List<String> bySmooks(JsonNode tree) {
        List<String> segments = new ArrayList<>();
        for (JsonNode interchange : list(tree.path("interchange"))) {
            segments.add("ISA"
                    + ISA_FIELDS.stream()
                            .map(field ->
                                    List.of(List.of(interchange.path(field).asText())))
                            .toList());
            list(interchange.path("segment"))
                    .forEach(segment -> segments.add(segment.path("id").asText()
                            + list(segment.path("element")).stream()
                                    .map(X12DocumentsTest::repetitions)
                                    .toList()));
        }
        return segments;
    }

    private static List<List<String>> repetitions(JsonNode element) {
        return list(element.path("repetition")).stream()
                .map(repetition -> list(repetition.path("component")).stream()
                        .map(JsonNode::asText)
                        .toList())
                .toList();
    }

    private static List<JsonNode> list(JsonNode value) {
        if (value.isMissingNode()) {
            return List.of();
        }
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).toList()
                : List.of(value);
    }
}
