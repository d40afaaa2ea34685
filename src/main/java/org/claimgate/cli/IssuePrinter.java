package org.claimgate.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import org.claimgate.flow.IssueJson;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;

/**
 * Prints issues, one a line: for people {@code FILE[DOCUMENT]: error CODE at PLACE: message [/pointer] -> fix}, for programs a
 * JSON object. The offending value is not shown: it may be about a person.
 */
final class IssuePrinter {

    private final PrintWriter out;
    private final Format format;

    IssuePrinter(PrintWriter out, Format format) {
        this.out = out;
        this.format = format;
    }

    /** @param document ordinal of the document in a JSON file, from 1; 0 for X12 */
    void print(String file, int document, Issue issue) {
        out.println(format == Format.JSON ? json(file, document, issue) : text(file, document, issue));
    }

    private static String text(String file, int document, Issue issue) {
        StringBuilder line = new StringBuilder(file);
        if (document > 0) {
            line.append('[').append(document).append(']');
        }
        line.append(": ").append(severity(issue)).append(' ').append(issue.code());
        String place = place(issue, document);
        if (!place.isEmpty()) {
            line.append(" at ").append(place);
        }
        line.append(": ").append(issue.message());
        if (issue.pointer() != null && !issue.pointer().isEmpty()) {
            line.append(" [").append(issue.pointer()).append(']');
        }
        if (issue.fix() != null) {
            line.append(" -> ").append(issue.fix());
        }
        return line.toString();
    }

    /** The place as far as the message does not name it; in a JSON file segments have no position. */
    private static String place(Issue issue, int document) {
        Place place = issue.place();
        StringBuilder words = new StringBuilder();
        word(words, "interchange ", place.interchange());
        word(words, "group ", place.group());
        word(words, "set ", place.set());
        word(words, "segment ", document == 0 && place.position() > 0 ? Integer.toString(place.position()) : "");
        if (place.segment().isEmpty() || issue.message().startsWith(place.loop() + " " + place.segment())) {
            return words.toString();
        }
        word(words, "", place.segment());
        if (place.element() > 0) {
            words.append(String.format("%02d", place.element()));
        }
        if (place.component() > 0) {
            words.append('-').append(place.component());
        }
        word(words, "in loop ", place.loop());
        return words.toString();
    }

    private static void word(StringBuilder words, String name, String value) {
        if (!value.isEmpty()) {
            words.append(words.length() > 0 ? " " : "").append(name).append(value);
        }
    }

    private static ObjectNode json(String file, int document, Issue issue) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("file", file);
        if (document > 0) {
            json.put("document", document);
        }
        json.put("severity", severity(issue));
        json.put("code", issue.code());
        json.put("message", issue.message());
        if (issue.fix() != null) {
            json.put("fix", issue.fix());
        }
        json.setAll(IssueJson.place(issue.place()));
        if (issue.pointer() != null && !issue.pointer().isEmpty()) {
            json.put("pointer", issue.pointer());
        }
        return json;
    }

    private static String severity(Issue issue) {
        return issue.severity().name().toLowerCase(Locale.ROOT);
    }
}
