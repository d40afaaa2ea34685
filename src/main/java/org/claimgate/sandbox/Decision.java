package org.claimgate.sandbox;

import java.util.List;
import org.claimgate.sandbox.Wish.Status;

/**
 * What a 277CA says of one claim. Texts that do not apply are "".
 *
 * @param payerControlNumber the payer's number for an accepted claim
 * @param statuses one message: category A2 accepted, others rejected
 * @param line the service line that they are about, from 1; 0 for the claim
 * @param words the same for people
 */
record Decision(
        Claim claim,
        Scenario scenario,
        boolean accepted,
        String payerControlNumber,
        List<Status> statuses,
        int line,
        String words) {

    /** What a claim is told of which a line is rejected. */
    private static final Status SEE_LINES = new Status("A3", "247", "");

    Decision {
        statuses = List.copyOf(statuses);
    }

    static Decision accepted(Claim claim, Scenario scenario, String payerControlNumber) {
        return new Decision(
                claim, scenario, true, payerControlNumber, List.of(new Status("A2", "20", "")), 0, "Accepted");
    }

    /** What the claim wishes; or else the member id is called invalid, or information is missing. */
    static Decision rejected(Claim claim, Scenario scenario) {
        Wish wish = Wish.of(claim);
        if (!wish.statuses().isEmpty()) {
            return rejected(claim, scenario, wish.statuses(), wish.line(), "Rejected as the claim's note wishes");
        }
        return scenario == Scenario.PART_REJECTED
                ? rejected(claim, scenario, List.of(new Status("A6", "21", "")), 0, "Information is missing")
                : rejected(
                        claim,
                        scenario,
                        List.of(new Status("A7", "164", "IL")),
                        0,
                        "The member id of the subscriber is not valid");
    }

    private static Decision rejected(Claim claim, Scenario scenario, List<Status> statuses, int line, String words) {
        return new Decision(claim, scenario, false, "", statuses, line, words);
    }

    /** The status of the claim: of a rejected line it says no more than that. */
    List<Status> ofClaim() {
        return line == 0 ? statuses : List.of(SEE_LINES);
    }

    /** The first of the statuses. */
    Status status() {
        return statuses.get(0);
    }
}
