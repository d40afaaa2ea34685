package org.claimgate.claim.edit.situation;

import java.time.LocalDate;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

/** It only warns: whether an exception holds is for Medicare to say. */
@Rule(
        id = "2300.DTP.010",
        snip = Snip.SITUATION,
        severity = Severity.WARN,
        status = "A3:718",
        field = {
            "/claimInformation/serviceLines/*/serviceDate",
            "/claimInformation/claimDateInformation/statementEndDate"
        },
        message = "a claim within a year of this day: Medicare takes no later ones",
        fix = "Send it only with a reason for the delay, delayReasonCode, that Medicare knows as an exception.",
        source = "42 CFR 424.44; Medicare Claims Processing Manual, chapter 1, 70.1",
        received = false)
public final class MedicareClaimIsInTime implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        if (!claim.isMedicare() || claim.field("delayReasonCode").isThere()) {
            return;
        }
        if (claim.isInstitutional()) {
            check(claim, claim.statementEnd(), report);
        } else {
            claim.lines().stream().map(Line::begin).forEach(day -> check(claim, day, report));
        }
    }

    private static void check(Claim claim, Field day, Report report) {
        LocalDate date = day.date();
        if (date != null && claim.today().isAfter(date.plusYears(1))) {
            report.at(day);
        }
    }
}
