package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2300.REF-F8.010",
        snip = Snip.SITUATION,
        status = "A6:464",
        field = "/claimInformation/claimSupplementalInformation/claimControlNumber",
        message = "the payer's claim control number of the claim that frequency %s is about",
        fix =
                "Name the earlier claim in replaces, or give the number that the payer gave it; it stands in its payment and in its acknowledgment. A claim that never reached the payer is sent again with frequency 1.",
        source = "005010X222A1 and 005010X223A2, 2300 REF*F8")
public final class ReplacedClaimIsNamed implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Field number = claim.supplement().field("claimControlNumber");
        if (claim.frequency().is("7", "8") && number.isAbsent()) {
            report.at(number, claim.frequency().text());
        }
    }
}
