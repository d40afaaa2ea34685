package org.claimgate.ledger;

import java.time.Instant;

/**
 * A file picked up from a partner, without its bytes.
 *
 * @param name file name at the partner
 * @param size in bytes
 * @param modifiedAt the partner's time of it, to the millisecond
 * @param sha256 of its bytes, hexadecimal
 * @param disposed whether it has been deleted or moved at the partner
 * @param readings how often it has been put up for reading
 * @param note one line of what was found in it, without names, member ids or birth dates; null before
 */
public record InboxFile(
        long id,
        String partner,
        String name,
        long size,
        Instant modifiedAt,
        String sha256,
        State state,
        boolean disposed,
        Instant fetchedAt,
        Instant interpretedAt,
        int readings,
        String note) {

    /** What has become of a file. */
    public enum State {
        /** Stored, not read yet. */
        FETCHED,
        /** Read; its messages are in the outbox. */
        INTERPRETED,
        /** Its content had come before; never read. */
        DUPLICATE,
        /** Kept, but not readable. */
        QUARANTINED,
        /** Not readable, and left alone by a person's decision. */
        SET_ASIDE
    }
}
