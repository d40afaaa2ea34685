package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2300.DTP-096.020",
        snip = Snip.SITUATION,
        status = "A7:233",
        field = "/claimInformation/claimDateInformation/dischargeHour",
        message = "no hour of discharge: frequency %s is an interim bill, the stay goes on",
        fix = "Take the hour out; if the stay has ended, the frequency is 4.",
        source = "005010X223A2, 2300 DTP*096")
public final class InterimBillHasNoDischargeHour implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Field hour = claim.dates().field("dischargeHour");
        if (claim.isBill("11", "18", "21") && claim.frequency().is("2", "3") && hour.isThere()) {
            report.at(hour, claim.frequency().text());
        }
    }
}
