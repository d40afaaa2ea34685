package org.claimgate.claim.edit.balancing;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.claimgate.claim.edit.Adjustment;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.OtherPayer;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2320.AMT-D.010",
        snip = Snip.BALANCING,
        status = "A8:672",
        field = "/claimInformation/otherSubscriberInformation/*/payerPaidAmount",
        message = "what the other payer paid and adjusted to be the claim's charge: with the adjustments it is %s",
        fix =
                "Take payment and adjustments from the payer's remittance (835), those of the claim and those of its lines.",
        source = "X12 RFI 1294")
public final class OtherPayerBalances implements Check.OfOtherPayer {

    @Override
    public void check(OtherPayer payer, Report report) {
        BigDecimal charge = payer.claim().charge().number();
        BigDecimal paid = payer.paid().number();
        List<Adjustment> adjustments = Stream.concat(
                        payer.adjustments().stream(),
                        payer.adjudications().stream().flatMap(of -> of.adjustments().stream()))
                .toList();
        BigDecimal adjusted = Adjustment.sum(adjustments);
        if (charge != null && paid != null && paid.signum() >= 0 && adjusted != null) {
            BigDecimal sum = paid.add(adjusted);
            BigDecimal difference = sum.subtract(charge);
            // What follows from the lines alone is one mistake, and theirs.
            if (difference.signum() != 0 && difference.compareTo(LineBalancesForOtherPayer.difference(payer)) != 0) {
                report.at(payer.paid(), sum.toPlainString());
            }
        }
    }
}
