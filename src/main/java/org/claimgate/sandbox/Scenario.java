package org.claimgate.sandbox;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the clearinghouse does with a claim. The claim asks for it by its payer id ({@code tradingPartnerServiceId},
 * 2010BB NM109); any other payer id means {@link #PAID}. docs/sandbox.md shows this table to users.
 */
public enum Scenario {

    /** Accepted in the 999 and the 277CA (A2:20), paid in full by the 835. */
    PAID("SANDPAID", "accepted, paid in full"),

    /** Accepted, paid less CO-45 (20 % of each line), PR-1 (25.00 deductible) and PR-3 (15.00 copay). */
    ADJUSTED("SANDADJ", "accepted, paid less contractual adjustment (CO-45), deductible (PR-1) and copay (PR-3)"),

    /** Accepted, then denied: CLP02 is 4 and every line is adjusted to nothing by CO-29. */
    DENIED("SANDDENY", "accepted, denied by the 835 (CO-29, time limit)"),

    /**
     * The 999 rejects the whole set: the first diagnosis of every claim is called invalid (IK403 7). Only in a set whose
     * claims all ask for it; elsewhere the claim is answered as {@link #CLAIM_REJECTED}.
     */
    SET_REJECTED("SAND999R", "rejected by the 999 (invalid diagnosis)"),

    /** The 277CA rejects the claim: A7:164:IL, the member id is not valid. */
    CLAIM_REJECTED("SAND277R", "rejected by the 277CA at the claim (member id)"),

    /**
     * The 277CA rejects the whole batch at the information receiver (A3:24:41, submitter not approved) and names no claim.
     * Only in a set whose claims all ask for it; elsewhere the claim is answered as {@link #CLAIM_REJECTED}.
     */
    BATCH_REJECTED("SANDBATCH", "rejected by the 277CA for the whole batch (submitter)"),

    /**
     * Part of a batch is rejected: a claim with more than one service line is accepted and paid, a claim with only one
     * is rejected by the 277CA (A6:21, information is missing).
     */
    PART_REJECTED("SANDPART", "one service line: rejected by the 277CA; several: accepted, paid in full"),

    /** Paid in full; a later 835 takes the payment back (CLP02 22) and pays 10 % less (CO-45). */
    REVERSED("SANDREV", "accepted, paid in full, then reversed and paid again with less"),

    /** The claim is never mentioned again: a set of such claims gets no answer of any kind. */
    SILENT("SANDSILENT", "no answer");

    private static final Map<String, Scenario> BY_PAYER =
            Arrays.stream(values()).collect(Collectors.toMap(Scenario::payer, Function.identity()));

    private final String payer;
    private final String outcome;

    Scenario(String payer, String outcome) {
        this.payer = payer;
        this.outcome = outcome;
    }

    /** The payer id that asks for this scenario. */
    public String payer() {
        return payer;
    }

    /** What happens to the claim, in words. */
    public String outcome() {
        return outcome;
    }

    static Scenario of(String payer) {
        return BY_PAYER.getOrDefault(payer, PAID);
    }

    /** Whether the scenario concerns a set as a whole. */
    boolean concernsSet() {
        return this == SET_REJECTED || this == BATCH_REJECTED;
    }
}
