package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.ClaimLoop;
import org.claimgate.claim.edit.Part;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2310A.NM1.010",
        snip = Snip.SITUATION,
        status = "A6:562:71",
        field = "/attending",
        message = "the attending provider of a claim with more than transports",
        source = "005010X223A2, 2310A")
public final class AttendingProviderIsThere implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Part attending = claim.party(ClaimLoop.ATTENDING).part();
        boolean more = claim.lines().stream()
                .anyMatch(line ->
                        line.revenueCode().isThere() && !line.revenueCode().startsWith("054"));
        if (more && !attending.isThere()) {
            report.at(attending);
        }
    }
}
