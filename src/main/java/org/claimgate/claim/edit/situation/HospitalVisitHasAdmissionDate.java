package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2300.DTP-435.010",
        snip = Snip.SITUATION,
        severity = Severity.WARN,
        status = "A6:189",
        field = "/claimInformation/claimDateInformation/admissionDate",
        message = "the date of admission: place of service 21 is a stay in a hospital",
        source = "005010X222A1, 2300 DTP*435")
public final class HospitalVisitHasAdmissionDate implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Field date = claim.dates().field("admissionDate");
        boolean inHospital =
                claim.lines().stream().anyMatch(line -> line.placeOfService().is("21"));
        if (inHospital && date.isAbsent()) {
            report.at(date);
        }
    }
}
