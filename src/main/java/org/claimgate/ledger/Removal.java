package org.claimgate.ledger;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Contents that were removed together, because they had been kept long enough. What they belonged to is still known.
 *
 * @param number that the archive is named by
 * @param days that such contents are kept
 * @param archive name of the file that holds copies; null for none
 */
public record Removal(long number, Instant at, Kind kind, int days, String archive) {

    /** What is removed together. */
    public enum Kind {
        /** Bytes of files from partners. */
        RECEIVED_FILES,
        /** Bytes of interchanges to partners. */
        SENT_FILES,
        /** Claims as they were taken in, and as they were written. */
        CLAIMS,
        /** Bodies of messages. */
        MESSAGES,
        /** Events of claims, all but the first of each. */
        TIME_LINES
    }

    /** Such as {@code removed on 2026-11-28 after 365 days, archived in removal-000000012.zip}. */
    public String words() {
        return "removed on %s after %d days, %s"
                .formatted(
                        at.atOffset(ZoneOffset.UTC).toLocalDate(),
                        days,
                        archive == null ? "not archived" : "archived in " + archive);
    }
}
