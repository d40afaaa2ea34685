package org.claimgate.claim.edit.situation;

import java.time.LocalDate;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2300.DTP-431.010",
        snip = Snip.SITUATION,
        severity = Severity.WARN,
        status = "A7:397",
        field = "/claimInformation/claimDateInformation/symptomDate",
        message = "an onset on or before the last day of service",
        source = "005010X222A1, 2300 DTP*431")
public final class OnsetIsNotAfterServices implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Field onset = claim.dates().field("symptomDate");
        LocalDate date = onset.date();
        LocalDate last = claim.lastDay();
        if (date != null && last != null && date.isAfter(last)) {
            report.at(onset);
        }
    }
}
