package org.claimgate.claim.edit.situation;

import java.time.LocalDate;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2300.DTP.010",
        snip = Snip.SITUATION,
        severity = Severity.WARN,
        status = "A3:718",
        field = "/claimInformation",
        message = "a claim within a year of its services: Medicare takes no later ones",
        fix = "Send it only with a reason for the delay, delayReasonCode, that Medicare knows as an exception.",
        source = "42 CFR 424.44",
        received = false)
public final class MedicareClaimIsInTime implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        LocalDate last = claim.lastDay();
        boolean late = last != null && claim.today().isAfter(last.plusYears(1));
        if (claim.isMedicare() && late && claim.field("delayReasonCode").isAbsent()) {
            report.at(claim.information());
        }
    }
}
