package org.claimgate.ledger;

/**
 * A transaction set that was sent.
 *
 * @param interchange id of its interchange
 * @param claims how many claims it holds
 */
public record StoredSet(
        long interchange,
        String partner,
        String interchangeControlNumber,
        String groupControlNumber,
        String setControlNumber,
        String batchReference,
        int claims) {}
