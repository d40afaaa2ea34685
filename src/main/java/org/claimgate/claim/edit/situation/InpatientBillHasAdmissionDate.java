package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2300.DTP-435.010",
        snip = Snip.SITUATION,
        status = "A6:189",
        field = "/claimInformation/claimDateInformation/admissionDateAndHour",
        message = "the date and hour of admission: type of bill %sx is a stay",
        fix = "Give date and time as YYYYMMDDHHMM.",
        source = "005010X223A2, 2300 DTP*435")
public final class InpatientBillHasAdmissionDate implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Field admission = claim.dates().field("admissionDateAndHour");
        if (claim.isInpatient() && admission.isAbsent()) {
            report.at(admission, claim.facility().text());
        }
    }
}
