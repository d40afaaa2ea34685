package org.claimgate.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.claimgate.response.ClaimState;

/**
 * One thing that happened to a claim.
 *
 * @param state the claim's state after it
 * @param kind what happened, such as {@code TAKEN_IN}, {@code BATCHED}, {@code SENT}, {@code ACCEPTED_999}
 * @param interchange id of the interchange that it was in; null where there is none
 * @param file id of the inbox file that told of it; null where there is none
 * @param summary one line for people, without names, member ids or birth dates
 * @param detail more of it as JSON; null for none
 */
public record ClaimEvent(
        Instant at, ClaimState state, String kind, Long interchange, Long file, String summary, ObjectNode detail) {

    /** An event that no file told of. */
    public static ClaimEvent own(Instant at, ClaimState state, String kind, Long interchange, String summary) {
        return new ClaimEvent(at, state, kind, interchange, null, summary, null);
    }
}
