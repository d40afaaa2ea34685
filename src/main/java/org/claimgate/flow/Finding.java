package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimgate.guide.Issue;
import org.claimgate.response.Complaint;
import org.claimgate.response.Correction;
import org.claimgate.response.Outcome;

/**
 * What one answer says of one claim, or of something that no claim is known for.
 *
 * @param issues what it complains of; pointers into the canonical claim
 * @param corrections the fields of the claim that it speaks of
 * @param references the numbers that the answer names
 * @param document the answer itself
 * @param kept what the claim's event keeps of it beside its issues, by name
 */
record Finding(
        Outcome outcome,
        List<Issue> issues,
        List<Correction> corrections,
        Map<String, String> references,
        ObjectNode document,
        Map<String, ObjectNode> kept) {

    static Finding of(Outcome outcome, ObjectNode document) {
        return new Finding(outcome, outcome.issues(), List.of(), Map.of(), document, Map.of());
    }

    Finding with(List<Issue> otherIssues) {
        return new Finding(outcome, otherIssues, corrections, references, document, kept);
    }

    Finding correcting(List<Correction> fields) {
        return new Finding(outcome, issues, fields, references, document, kept);
    }

    Finding complaining(List<Complaint> complaints) {
        return with(complaints.stream().map(Complaint::issue).toList())
                .correcting(complaints.stream()
                        .flatMap(complaint -> complaint.corrections().stream())
                        .toList());
    }

    /** Whether anything of it leads to a field of the claim, and not to the claim as a whole. */
    boolean namesFields() {
        return corrections.stream().anyMatch(field -> !field.pointer().isEmpty())
                || issues.stream().anyMatch(issue -> !issue.pointer().isEmpty());
    }

    /** A number that is empty was not named. */
    Finding naming(String name, String number) {
        if (number.isEmpty()) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(references);
        more.put(name, number);
        return new Finding(outcome, issues, corrections, more, document, kept);
    }

    Finding keeping(String name, ObjectNode what) {
        return new Finding(outcome, issues, corrections, references, document, Map.of(name, what));
    }
}
