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
 */
record Finding(Outcome outcome, List<Issue> issues, Map<String, String> references, ObjectNode document) {

    static Finding of(Outcome outcome, ObjectNode document) {
        return new Finding(outcome, outcome.issues(), Map.of(), document);
    }

    Finding with(List<Issue> otherIssues) {
        return new Finding(outcome, otherIssues, references, document);
    }

    /** A number that is empty was not named. */
    Finding naming(String name, String number) {
        if (number.isEmpty()) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(references);
        more.put(name, number);
        return new Finding(outcome, issues, more, document);
    }
}
