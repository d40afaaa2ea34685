package org.claimgate.flow;

import java.time.Instant;

/**
 * Something that a person has to see to.
 *
 * @param subject a file, a partner or a queue
 * @param partner id; empty where it is of none
 * @param since how long it has been so
 * @param why one line
 * @param remedy one line: what to look at, or which command to use
 */
public record Concern(Kind kind, String subject, String partner, Instant since, String why, String remedy) {

    /** What it is that does not go on. */
    public enum Kind {
        /** A partner's answer has not come in time. */
        ANSWER_OVERDUE,
        /** Claims are not written into interchanges. */
        CLAIMS_WAITING,
        /** Interchanges are not delivered. */
        DELIVERY_LATE,
        /** An interchange is on hold. */
        DELIVERY_HELD,
        /** A received file cannot be read. */
        FILE_UNREADABLE,
        /** Received files are not read. */
        FILES_UNREAD,
        /** Messages do not reach the broker. */
        MESSAGES_UNSENT,
        /** Nobody takes the messages of a queue. */
        QUEUE_UNREAD
    }
}
