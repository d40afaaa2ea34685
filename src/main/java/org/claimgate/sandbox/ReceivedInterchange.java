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
 * @param acknowledged ISA13 of the interchanges that its TA1 segments speak of
 * @param issues what is wrong with the interchange or a group as such
 */
record ReceivedInterchange(
        Interchange header, List<ReceivedGroup> groups, List<String> acknowledged, List<Issue> issues) {

    private static final String INTERCHANGE_ISSUE = "TA105:";

    ReceivedInterchange(Interchange header) {
        this(header, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
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

    /**
     * Whether there is nothing in it but acknowledgments, which are never answered.
     *
     * @param functionalIdentifier GS01 of groups of acknowledgments
     */
    boolean isAcknowledgment(String functionalIdentifier) {
        return groups.isEmpty()
                ? !acknowledged.isEmpty()
                : groups.stream()
                        .allMatch(group -> group.header().functionalIdentifier().equals(functionalIdentifier));
    }

    /** Whether nobody who sent something here is to hear of it. */
    boolean isSilent() {
        return sets().findAny().isPresent() && sets().allMatch(ReceivedSet::isSilent);
    }
}
