package org.claimgate.samples;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.claimgate.claim.ProfileFields;
import org.claimgate.guide.Document;
import org.claimgate.guide.DocumentHandler;
import org.claimgate.guide.DocumentReader;
import org.claimgate.guide.DocumentWriter;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;
import org.claimgate.x12.Delimiters;
import org.claimgate.x12.Limits;

/** Reads and writes interchanges in memory, for the samples. */
final class X12 {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int ELEMENT_SEPARATOR_AT = 3;
    private static final int REPETITION_SEPARATOR_AT = 82;
    private static final int COMPONENT_SEPARATOR_AT = 104;
    private static final int TERMINATOR_AT = 105;

    record Read(List<ObjectNode> documents, List<Issue> issues) {

        boolean hasNoErrors() {
            return issues.stream().noneMatch(Issue::isError);
        }
    }

    record Written(String text, List<Issue> issues) {}

    static Read read(Guides guides, String text) throws IOException {
        List<ObjectNode> documents = new ArrayList<>();
        List<Issue> issues = new ArrayList<>();
        new DocumentReader(guides, Limits.USUAL)
                .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), new DocumentHandler() {
                    @Override
                    public void document(Guide guide, Document document) {
                        documents.add(document.json());
                    }

                    @Override
                    public void issue(Issue issue) {
                        issues.add(issue);
                    }
                });
        return new Read(documents, issues);
    }

    static Written write(Guides guides, List<ObjectNode> documents, String lineBreak) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Issue> issues = new ArrayList<>();
        try (DocumentWriter writer = new DocumentWriter(out, Delimiters.USUAL, lineBreak, null, issues::add)) {
            for (ObjectNode document : documents) {
                String version = document.path("envelope").path("guide").asText();
                String set = document.path("envelope").path("transactionSet").asText();
                writer.write(guides.find(version, set).orElseThrow(), document);
            }
        }
        return new Written(out.toString(StandardCharsets.UTF_8), issues);
    }

    /** A claim with what Submission adds from the partner's profile and the ledger's counters, always the same. */
    static ObjectNode addressed(ObjectNode claim, Guide guide) throws IOException {
        ObjectNode document = claim.deepCopy();
        ProfileFields fields = ProfileFields.of(guide);
        put(document, fields.submitterIdentification(), "HARBOR01");
        put(document, fields.receiverIdentification(), "SANDBOX");
        String usage = document.path("envelope").path("usageIndicator").asText("P");
        ObjectNode envelope = (ObjectNode)
                MAPPER.readTree(
                        """
                {"sender": {"qualifier": "ZZ", "id": "HARBOR01"}, "receiver": {"qualifier": "ZZ", "id": "SANDBOX"},
                 "interchangeControlNumber": "000000001", "interchangeDate": "261122", "interchangeTime": "1200",
                 "interchangeVersion": "00501", "acknowledgmentRequested": "1", "functionalIdentifier": "HC",
                 "applicationSender": "HARBOR01", "applicationReceiver": "SANDBOX", "groupDate": "20261122",
                 "groupTime": "1200", "groupControlNumber": "1", "responsibleAgency": "X",
                 "transactionSet": "837", "transactionSetControlNumber": "0001", "batchReference": "B000000001",
                 "creationDate": "20261122", "creationTime": "1200"}""");
        envelope.put("usageIndicator", usage);
        for (String field : List.of("guide", "version", "implementationReference")) {
            envelope.put(field, guide.id());
        }
        document.set("envelope", envelope);
        return document;
    }

    private static void put(ObjectNode document, String pointer, String value) {
        JsonPointer place = JsonPointer.compile(pointer);
        document.withObject(place.head()).put(place.last().getMatchingProperty(), value);
    }

    /** One issue a line, sorted. */
    static String lines(List<Issue> issues) {
        StringBuilder lines = new StringBuilder();
        issues.stream().map(X12::line).sorted().forEach(line -> lines.append(line)
                .append('\n'));
        return lines.toString();
    }

    private static String line(Issue issue) {
        Place place = issue.place();
        String where = issue.pointer().isEmpty() ? place.loop() + " " + place.segment() : issue.pointer();
        String mark = issue.isError() ? "" : "warning ";
        return (mark + issue.code() + " " + where).strip();
    }

    static String pretty(List<ObjectNode> documents) throws IOException {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(documents) + "\n";
    }

    /** The segments of all interchanges in a text, with the usual separators, each interchange by its own ISA. */
    static List<String> segments(String text) {
        char terminator = text.charAt(text.indexOf("ISA") + TERMINATOR_AT);
        String isa = text.substring(text.indexOf("ISA"));
        char[] separators = {
            isa.charAt(ELEMENT_SEPARATOR_AT), isa.charAt(REPETITION_SEPARATOR_AT), isa.charAt(COMPONENT_SEPARATOR_AT)
        };
        char[] usual = {'*', '^', ':'};
        List<String> segments = new ArrayList<>();
        for (String segment : text.split(java.util.regex.Pattern.quote(String.valueOf(terminator)))) {
            String line = segment.strip();
            for (int i = 0; i < separators.length; i++) {
                line = Character.isLetterOrDigit(separators[i]) ? line : line.replace(separators[i], usual[i]);
            }
            if (!line.isEmpty()) {
                segments.add(withoutEmptyEnd(line));
            }
        }
        return segments;
    }

    /** Trailing empty elements say nothing. */
    private static String withoutEmptyEnd(String segment) {
        String[] elements = segment.split("\\*", -1);
        int end = elements.length;
        while (end > 1 && elements[end - 1].isEmpty()) {
            end--;
        }
        return String.join("*", Arrays.copyOf(elements, end));
    }

    private X12() {}
}
