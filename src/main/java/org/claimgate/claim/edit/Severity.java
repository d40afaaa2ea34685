package org.claimgate.claim.edit;

/** What an edit does to a claim that trips it. */
public enum Severity {
    /** Nothing: the edit is switched off. */
    OFF,
    /** Says so; the claim is taken. */
    WARN,
    /** Refuses the claim: whoever gets it would reject it with certainty. */
    REJECT
}
