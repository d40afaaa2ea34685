package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2300.DTP-435.030",
        snip = Snip.SITUATION,
        status = "A7:189",
        field = "/claimInformation/claimDateInformation/admissionDateAndHour",
        message = "an admission on or before the last day of the statement",
        source = "005010X223A2, 2300 DTP*435")
public final class AdmissionIsNotAfterStatement implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Field admission = claim.dates().field("admissionDateAndHour");
        if (claim.statementEnd().isBefore(admission)) {
            report.at(admission);
        }
    }
}
