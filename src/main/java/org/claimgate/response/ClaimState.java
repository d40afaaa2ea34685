package org.claimgate.response;

/** Where a claim stands in its life; which state may follow which is the transition table of {@link ClaimLifeCycle}. */
public enum ClaimState {
    /** Not taken in: its issues name the fields to fix. */
    REFUSED,
    /** Taken in, waiting to be batched. */
    READY,
    /** Taken back before it left, or after its file was set aside undelivered, because a corrected claim came in its place. */
    WITHDRAWN,
    /** Written into an interchange that has not been delivered yet. */
    BATCHED,
    /** Its interchange is visible in the partner's folder. */
    SENT,
    /** The partner's TA1 or 999 accepted the set it came in. */
    RECEIVED,
    /** A 277CA accepted it into processing. */
    ACCEPTED,
    /** A TA1, 999 or 277CA rejected it. */
    REJECTED,
    /** An 835 paid it, in full or in part. */
    PAID,
    /** An 835 denied it. */
    DENIED,
    /** An 835 took the payment back. */
    REVERSED
}
