package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2300.DTP-096.010",
        snip = Snip.SITUATION,
        status = "A7:190",
        field = "/claimInformation/claimDateInformation/dischargeDate",
        message = "a discharge on or after the date of admission",
        source = "005010X222A1, 2300 DTP*096")
public final class DischargeIsNotBeforeAdmission implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Field discharge = claim.dates().field("dischargeDate");
        if (discharge.isBefore(claim.dates().field("admissionDate"))) {
            report.at(discharge);
        }
    }
}
