package org.claimgate.ledger;

import java.time.Instant;

/**
 * An outgoing interchange, without its bytes.
 *
 * @param id own id; also the order of delivery
 * @param interchangeControlNumber ISA13
 * @param groupControlNumber GS06; empty where there is none
 * @param fileName its name at the partner, once visible
 * @param size in bytes
 * @param sha256 of its bytes, hexadecimal
 * @param attempt counts how often delivery took it on; guards every transition
 * @param tempName name that it was uploaded under in this attempt, with its folder where that is another; its own name where
 *     the partner forbids renaming; null before
 * @param inferred that it became visible was concluded, not seen
 * @param note why it is on hold; null otherwise
 * @param acknowledgment kind of the TA1 that answered it, such as {@code ACCEPTED_TA1}; null before
 * @param answered name of the file that it acknowledges; null for claims
 * @param visibleAt when it became visible; null before
 */
public record StoredInterchange(
        long id,
        String partner,
        String interchangeControlNumber,
        String groupControlNumber,
        String fileName,
        String vocabulary,
        String usageIndicator,
        int claims,
        long size,
        String sha256,
        State state,
        int attempt,
        String tempName,
        boolean inferred,
        String note,
        String acknowledgment,
        String answered,
        Instant createdAt,
        Instant visibleAt) {

    /** Where delivery stands. */
    public enum State {
        /** Written and stored. */
        READY,
        /** Being uploaded; whatever lies under a temporary name is to be thrown away. */
        UPLOADING,
        /** Uploaded whole; from here on it is never uploaded again. */
        STAGED,
        /** The partner can see it. */
        VISIBLE,
        /** A person has to look. */
        HOLD,
        /** Not to be delivered, by a person's decision. */
        SET_ASIDE
    }
}
