package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.ClaimLoop;
import org.claimgate.claim.edit.Part;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2310B.NM1.010",
        snip = Snip.SITUATION,
        severity = Severity.WARN,
        status = "A6:562:72",
        field = "/operatingPhysician",
        message = "the operating physician of a claim with a procedure",
        fix = "Give the physician of a surgical procedure.",
        source = "005010X223A2, 2310B")
public final class OperatingPhysicianIsThere implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Part physician = claim.party(ClaimLoop.OPERATING).part();
        if (claim.information().part("principalProcedureInformation").isThere() && !physician.isThere()) {
            report.at(physician);
        }
    }
}
