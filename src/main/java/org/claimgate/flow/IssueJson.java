package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;

/** Issues as they stand in messages: everything but the offending value, which may be about a person. */
public final class IssueJson {

    private IssueJson() {}

    public static ArrayNode array(List<Issue> issues) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(issues.size());
        issues.forEach(issue -> array.add(object(issue)));
        return array;
    }

    /**
     * {@code {severity, code, message, fix, pointer, loop, segment, element, component, repetition, trigger}}; what does not
     * apply is left out.
     */
    public static ObjectNode object(Issue issue) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("severity", issue.severity().name().toLowerCase(Locale.ROOT));
        json.put("code", issue.code());
        json.put("message", issue.message());
        putText(json, "fix", issue.fix());
        putText(json, "pointer", issue.pointer());
        putPlace(json, issue.place());
        if (issue.trigger() != null) {
            putPlace(json.putObject("trigger"), issue.trigger());
        }
        return json;
    }

    private static void putPlace(ObjectNode json, Place place) {
        putText(json, "loop", place.loop());
        putText(json, "segment", place.segment());
        putNumber(json, "element", place.element());
        putNumber(json, "component", place.component());
        putNumber(json, "repetition", place.repetition());
    }

    /** {@code {interchange, group, set, position, loop, segment, element, component, repetition}}; what does not apply is left out. */
    public static ObjectNode place(Place place) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        putText(json, "interchange", place.interchange());
        putText(json, "group", place.group());
        putText(json, "set", place.set());
        putNumber(json, "position", place.position());
        putPlace(json, place);
        return json;
    }

    private static void putText(ObjectNode json, String name, String text) {
        if (text != null && !text.isEmpty()) {
            json.put(name, text);
        }
    }

    private static void putNumber(ObjectNode json, String name, int number) {
        if (number > 0) {
            json.put(name, number);
        }
    }
}
