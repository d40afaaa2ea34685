package org.claimgate.sandbox;

/**
 * What a 277CA says of one claim. Texts that do not apply are "".
 *
 * @param payerControlNumber the payer's number for an accepted claim
 * @param category claim status category: A2 accepted, A6 and A7 rejected
 * @param status claim status code
 * @param entity whom the status is about
 * @param words the same for people
 */
record Decision(
        Claim claim,
        Scenario scenario,
        boolean accepted,
        String payerControlNumber,
        String category,
        String status,
        String entity,
        String words) {

    static Decision accepted(Claim claim, Scenario scenario, String payerControlNumber) {
        return new Decision(claim, scenario, true, payerControlNumber, "A2", "20", "", "Accepted");
    }

    /** The member id is called invalid, or information is missing. */
    static Decision rejected(Claim claim, Scenario scenario) {
        return scenario == Scenario.PART_REJECTED
                ? new Decision(claim, scenario, false, "", "A6", "21", "", "Information is missing")
                : new Decision(
                        claim, scenario, false, "", "A7", "164", "IL", "The member id of the subscriber is not valid");
    }
}
