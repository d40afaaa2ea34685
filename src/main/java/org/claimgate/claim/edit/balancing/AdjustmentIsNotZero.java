package org.claimgate.claim.edit.balancing;

import java.math.BigDecimal;
import org.claimgate.claim.edit.Adjustment;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.ClaimLoop;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "*.CAS03.010",
        in = {ClaimLoop.OTHER_PAYER, ClaimLoop.LINE_ADJUDICATION},
        snip = Snip.BALANCING,
        status = {"A7:694", "A7:519"},
        field = "*/…/adjustments/*/amount",
        message = "an adjustment of another amount than zero",
        fix = "Leave the adjustment out: what is zero adjusts nothing.",
        source = "005010X222A1 and 005010X223A2, CAS")
public final class AdjustmentIsNotZero implements Check.OfAdjustment {

    @Override
    public void check(Adjustment adjustment, Report report) {
        BigDecimal amount = adjustment.amount().number();
        if (amount != null && amount.signum() == 0) {
            report.at(adjustment.amount());
        }
    }
}
