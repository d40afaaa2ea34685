package org.claimgate.ledger;

/**
 * A transaction set that was sent.
 *
 * @param interchange id of its interchange
 * @param claims how many claims it holds
 * @param acknowledgment kind of the 999 that answered it, such as {@code REJECTED_999}; null before
 */
public record StoredSet(
        long interchange,
        String partner,
        String interchangeControlNumber,
        String groupControlNumber,
        String setControlNumber,
        String batchReference,
        int claims,
        String acknowledgment) {}
