package org.claimgate.ledger;

import java.time.Instant;

/**
 * Something that a person did to what the gateway holds.
 *
 * @param who the user that the command ran as, or that a program named
 * @param what one line: what it was done to
 * @param reason in the person's own words
 */
public record Act(long id, Instant at, String who, Kind kind, String what, String reason) {

    /** What can be done. */
    public enum Kind {
        /** A received file that could not be read is read anew. */
        FILE_RETRIED,
        /** A received file that could not be read is left alone. */
        FILE_SET_ASIDE,
        /** An interchange on hold is at its partner. */
        DELIVERY_CONFIRMED,
        /** An interchange on hold is delivered again, with its name and its bytes. */
        DELIVERY_REPEATED,
        /** An interchange on hold is not to be delivered. */
        DELIVERY_SET_ASIDE,
        /** Messages are sent once more. */
        REPLAYED,
        /** A backup of the ledger is made. */
        BACKED_UP,
        /** The ledger is that of a backup. */
        RESTORED
    }
}
