package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimgate.guide.Issue;
import org.claimgate.response.Outcome;

/**
 * What one answer says of one claim, or of something that no claim is known for.
 *
 * @param references the numbers that the answer names
 * @param document the answer itself
 * @param kept what the claim's event keeps of it beside its issues, by name
 */
record Finding(
        Outcome outcome,
        List<Issue> issues,
        Map<String, String> references,
        ObjectNode document,
        Map<String, ObjectNode> kept) {

    static Finding of(Outcome outcome, ObjectNode document) {
        return new Finding(outcome, outcome.issues(), Map.of(), document, Map.of());
    }

    Finding with(List<Issue> otherIssues) {
        return new Finding(outcome, otherIssues, references, document, kept);
    }

    /** A number that is empty was not named. */
    Finding naming(String name, String number) {
        if (number.isEmpty()) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(references);
        more.put(name, number);
        return new Finding(outcome, issues, more, document, kept);
    }

    Finding keeping(String name, ObjectNode what) {
        return new Finding(outcome, issues, references, document, Map.of(name, what));
    }
}
