package org.claimgate.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.claimgate.x12.FunctionalGroup;

/** One functional group that was dropped. */
record ReceivedGroup(FunctionalGroup header, List<ReceivedSet> sets) {

    ReceivedGroup(FunctionalGroup header) {
        this(header, new ArrayList<>());
    }

    List<ReceivedSet> acceptedSets() {
        return sets.stream().filter(set -> !set.isRejected()).toList();
    }
}
