package org.claimgate.claim.edit.balancing;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2400.SV102.010",
        institutional = "2400.SV203.010",
        snip = Snip.BALANCING,
        status = {"A7:693", "A7:583"},
        field = "/claimInformation/serviceLines/*/{service}/lineItemChargeAmount",
        message = "a charge that is not below zero",
        fix = "Give the line's full charge; discounts and payments of others have places of their own.",
        source = "005010X222A1 and 005010X223A2, SV1 and SV2")
public final class LineChargeIsNotNegative implements Check.OfLine {

    @Override
    public void check(Line line, Report report) {
        if (line.charge().isNegative()) {
            report.at(line.charge());
        }
    }
}
