package org.claimgate.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.claimgate.guide.Issue;
import org.claimgate.x12.TransactionSet;

/**
 * One transaction set that was dropped.
 *
 * @param header ST
 * @param claims its claims, in order
 * @param questions what it asks about claims, in order
 * @param issues what is wrong with it
 */
record ReceivedSet(TransactionSet header, List<Claim> claims, List<ObjectNode> questions, List<Issue> issues) {

    ReceivedSet(TransactionSet header) {
        this(header, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** The scenario that all claims of the set ask for, or null when they differ. */
    Scenario commonScenario() {
        List<Scenario> asked = claims.stream().map(Claim::scenario).distinct().toList();
        return asked.size() == 1 ? asked.get(0) : null;
    }

    boolean isSilent() {
        return commonScenario() == Scenario.SILENT;
    }

    boolean hasErrors() {
        return (claims.isEmpty() && questions.isEmpty()) || issues.stream().anyMatch(Issue::isError);
    }

    /** Whether the 999 rejects the set, so that its claims go no further. */
    boolean isRejected() {
        return hasErrors() || commonScenario() == Scenario.SET_REJECTED;
    }

    /** What happens to one claim of this set. */
    Scenario scenario(Claim claim) {
        Scenario asked = claim.scenario();
        if (asked.concernsSet() && asked != commonScenario()) {
            return Scenario.CLAIM_REJECTED;
        }
        if (asked == Scenario.PART_REJECTED) {
            return claim.lines().size() > 1 ? Scenario.PAID : Scenario.PART_REJECTED;
        }
        return asked;
    }
}
