package org.claimgate.ledger;

/**
 * A question to a partner how far a claim has come.
 *
 * @param trace TRN02, which the answer repeats
 * @param claim id of the claim
 * @param interchange id of the interchange that asks
 * @param interchangeControlNumber its ISA13
 * @param answer kind of the answer, such as {@code PENDED_277}; null before, and the last one if there are several
 */
public record StoredInquiry(
        long id, String trace, String claim, long interchange, String interchangeControlNumber, String answer) {}
