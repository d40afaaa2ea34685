package org.claimgate.flow;

import java.time.Instant;

/** Which messages are sent once more. */
public sealed interface ReplaySelection {

    /** All that were told of a claim. */
    record OfClaim(String claim) implements ReplaySelection {}

    /** All that came of a received file, by its id or name. */
    record OfFile(String file) implements ReplaySelection {}

    /** All that were made in a period; its end is not in it. */
    record OfPeriod(Instant from, Instant to) implements ReplaySelection {}
}
