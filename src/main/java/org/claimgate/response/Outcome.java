package org.claimgate.response;

import java.util.List;
import org.claimgate.guide.Issue;

/**
 * What one answer says of one claim, set, group or interchange.
 *
 * @param kind what happened and in which answer, such as {@code ACCEPTED_999}
 * @param state that the answer reports; null where it informs only (an unknown code, a predetermination)
 * @param summary one line for people, without anything of the patient
 * @param issues what the answer complains of
 */
public record Outcome(String kind, ClaimState state, String summary, List<Issue> issues) {

    public Outcome {
        issues = List.copyOf(issues);
    }

    static Outcome of(String kind, ClaimState state, String summary) {
        return new Outcome(kind, state, summary, List.of());
    }

    /** The same, said of a question about claims: their states do not change. */
    public Outcome ofQuestion() {
        return new Outcome("INQUIRY_" + kind, null, "Question how far the claim has come: " + summary, issues);
    }

    public boolean isRejection() {
        return state == ClaimState.REJECTED;
    }
}
