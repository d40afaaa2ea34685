package org.claimgate.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.claimgate.guide.Issue;
import org.claimgate.x12.Interchange;

/**
 * One interchange that was dropped.
 *
 * @param header ISA
 * @param groups its functional groups, in order
 * @param issues what is wrong with the interchange or a group as such
 */
record ReceivedInterchange(Interchange header, List<ReceivedGroup> groups, List<Issue> issues) {

    private static final String INTERCHANGE_ISSUE = "TA105:";

    ReceivedInterchange(Interchange header) {
        this(header, new ArrayList<>(), new ArrayList<>());
    }

    Stream<ReceivedSet> sets() {
        return groups.stream().flatMap(group -> group.sets().stream());
    }

    /** TA105 of the first fault that rejects the interchange. */
    Optional<String> rejection() {
        return issues.stream()
                .filter(Issue::isError)
                .map(Issue::code)
                .filter(code -> code.startsWith(INTERCHANGE_ISSUE))
                .map(code -> code.substring(INTERCHANGE_ISSUE.length()))
                .findFirst();
    }

    /** Whether nobody who sent something here is to hear of it. */
    boolean isSilent() {
        return sets().findAny().isPresent() && sets().allMatch(ReceivedSet::isSilent);
    }
}
