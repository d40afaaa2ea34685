package org.claimgate.cli.demo;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.ledger.Queries.TimeLine;

/** One sample claim and what the ledger knows of it; no time line until it has been taken in. */
record Track(Sample sample, Optional<TimeLine> timeLine) {

    /** Whether it is where its sample says that it ends. */
    boolean isDone() {
        return sample.expected().isMetBy(events());
    }

    List<ClaimEvent> events() {
        return timeLine.map(TimeLine::events).orElse(List.of());
    }

    /** The states it went through. */
    String path() {
        return timeLine.isEmpty()
                ? "submitted"
                : Expectation.changes(events()).stream()
                        .map(event -> event.state().name())
                        .collect(Collectors.joining(" > "));
    }
}
