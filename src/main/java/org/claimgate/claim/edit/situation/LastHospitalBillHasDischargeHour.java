package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2300.DTP-096.010",
        snip = Snip.SITUATION,
        status = "A6:233",
        field = "/claimInformation/claimDateInformation/dischargeHour",
        message = "the hour of discharge: frequency %s ends the stay",
        fix = "Give the hour as HHMM; a patient who is still there has patient status 30 and frequency 2 or 3.",
        source = "005010X223A2, 2300 DTP*096")
public final class LastHospitalBillHasDischargeHour implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Field hour = claim.dates().field("dischargeHour");
        boolean ends = claim.frequency().is("1", "4")
                && !claim.admission().field("patientStatusCode").is("30");
        if (claim.isHospitalInpatient() && ends && hour.isAbsent()) {
            report.at(hour, claim.frequency().text());
        }
    }
}
