package org.claimgate.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.claimgate.x12.Delimiters;
import org.claimgate.x12.Limits;

/** Reads and writes with the guides of mappings/x12, as text and JSON that a test can show. */
final class GuideText {

    static final Path MAPPINGS = Path.of("mappings/x12");
    static final Guides GUIDES = Guides.load(MAPPINGS);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ISA =
            "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261122*1200*^*00501*000000001*0*T*:~";

    private GuideText() {}

    /** What a file held. */
    record Read(List<ObjectNode> documents, List<Issue> issues) {

        /** Issues as {@code code loop segment-element pointer}. */
        List<String> lines() {
            return issues.stream().map(GuideText::line).toList();
        }
    }

    static String line(Issue issue) {
        Place place = issue.place();
        String element = place.element() == 0 ? "" : String.format("%02d", place.element());
        return (issue.code() + " " + place.loop() + " " + place.segment() + element + " " + issue.pointer()).trim();
    }

    /** An interchange around the body of one set, one segment a line without terminators; SE is counted. */
    static String interchange(String functional, String version, String set, String body) {
        List<String> segments = new ArrayList<>(body.lines().map(String::strip).toList());
        segments.add(0, "ST*" + set + "*0001*" + version);
        segments.add("SE*" + (segments.size() + 1) + "*0001");
        return ISA + "\nGS*" + functional + "*SENDER*RECEIVER*20261122*1200*1*X*" + version + "~\n"
                + String.join("~\n", segments) + "~\nGE*1*1~\nIEA*1*000000001~\n";
    }

    static Read read(String text) {
        return read(GUIDES, text);
    }

    static Read read(Guides guides, String text) {
        Read read = new Read(new ArrayList<>(), new ArrayList<>());
        try {
            new DocumentReader(guides, Limits.USUAL)
                    .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), new DocumentHandler() {
                        @Override
                        public void document(Guide guide, Document document) {
                            read.documents.add(document.json());
                        }

                        @Override
                        public void issue(Issue issue) {
                            read.issues.add(issue);
                        }
                    });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return read;
    }

    static String write(String guide, List<ObjectNode> documents) {
        Guide found = GUIDES.all().stream()
                .filter(one -> one.id().equals(guide))
                .findFirst()
                .orElseThrow();
        return write(found, documents);
    }

    static String write(Guide guide, List<ObjectNode> documents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Issue> issues = new ArrayList<>();
        try (DocumentWriter writer = new DocumentWriter(out, Delimiters.USUAL, "\n", null, issues::add)) {
            for (ObjectNode document : documents) {
                writer.write(guide, document);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        if (!issues.isEmpty()) {
            throw new AssertionError("writing complained: "
                    + issues.stream().map(GuideText::line).toList());
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    static void refuse(Issue issue) {
        throw new AssertionError(line(issue));
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static List<String> texts(List<ObjectNode> documents, String pointer) {
        return documents.stream().map(document -> text(document.at(pointer))).toList();
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() ? "-" : node.isValueNode() ? node.asText() : node.toString();
    }

    static void copyDictionary(Path folder) {
        try {
            Files.copy(MAPPINGS.resolve("segments.yaml"), folder.resolve("segments.yaml"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
