package org.claimgate.claim.edit.situation;

import java.util.regex.Pattern;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2300.DTP-435.020",
        snip = Snip.SITUATION,
        status = "A6:230",
        field = "/claimInformation/claimDateInformation/admissionDateAndHour",
        message = "the hour of admission as well: YYYYMMDDHHMM",
        source = "005010X223A2, 2300 DTP*435")
public final class HospitalAdmissionHasHour implements Check.OfClaim {

    private static final Pattern DATE_ALONE = Pattern.compile("\\d{8}");

    @Override
    public void check(Claim claim, Report report) {
        Field admission = claim.dates().field("admissionDateAndHour");
        if (claim.isHospitalInpatient() && admission.looksLike(DATE_ALONE)) {
            report.at(admission);
        }
    }
}
