package org.claimgate.claim.edit.balancing;

import java.math.BigDecimal;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2300.CLM02.010",
        snip = Snip.BALANCING,
        status = "A8:178",
        field = "/claimInformation/claimChargeAmount",
        message = "the sum of the service lines' charges, %s",
        fix = "Correct the claim's charge, or the charge of the line that is wrong or missing.",
        source = "X12 RFI 1294")
public final class ClaimChargeIsSumOfLines implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        BigDecimal charge = claim.charge().number();
        BigDecimal sum = sumOfLines(claim);
        if (charge != null && charge.signum() >= 0 && sum != null && charge.compareTo(sum) != 0) {
            report.at(claim.charge(), sum.toPlainString());
        }
    }

    /** Null where a line's charge is no number, or where there is no line. */
    private static BigDecimal sumOfLines(Claim claim) {
        BigDecimal sum = claim.lines().isEmpty() ? null : BigDecimal.ZERO;
        for (Line line : claim.lines()) {
            BigDecimal charge = line.charge().number();
            sum = sum == null || charge == null ? null : sum.add(charge);
        }
        return sum;
    }
}
