package org.claimgate.claim.edit.balancing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.claimgate.claim.edit.Adjudication;
import org.claimgate.claim.edit.Adjustment;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.OtherPayer;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2430.SVD02.010",
        snip = Snip.BALANCING,
        status = "A8:710",
        field = "/claimInformation/serviceLines/*/lineAdjudicationInformation/*/serviceLinePaidAmount",
        message = "what the other payer paid and adjusted to be the line's charge: with the adjustments it is %s",
        fix = "Take payment and adjustments of the line from the payer's remittance (835).",
        source = "X12 RFI 1294")
public final class LineBalancesForOtherPayer implements Check.OfOtherPayer {

    @Override
    public void check(OtherPayer payer, Report report) {
        for (Line line : payer.claim().lines()) {
            List<Adjudication> decided = decided(line, payer);
            BigDecimal difference = difference(line, decided);
            if (difference != null && difference.signum() != 0) {
                report.at(
                        decided.get(0).paid(),
                        difference.add(line.charge().number()).toPlainString());
            }
        }
    }

    /** By how much the lines that the payer decided on are off together. */
    static BigDecimal difference(OtherPayer payer) {
        return payer.claim().lines().stream()
                .map(line -> difference(line, decided(line, payer)))
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Adjudication> decided(Line line, OtherPayer payer) {
        return line.adjudications().stream()
                .filter(adjudication -> adjudication.payerId().isSameAs(payer.payerId()))
                .toList();
    }

    /** Null where it is not known. */
    private static BigDecimal difference(Line line, List<Adjudication> decided) {
        BigDecimal charge = line.charge().number();
        BigDecimal sum = sum(decided);
        return charge == null || sum == null ? null : sum.subtract(charge);
    }

    /** Null where nothing was decided, an amount is no payment, or the line was paid with another. */
    private static BigDecimal sum(List<Adjudication> decided) {
        BigDecimal sum = decided.isEmpty() ? null : BigDecimal.ZERO;
        for (Adjudication adjudication : decided) {
            BigDecimal paid = adjudication.paid().number();
            BigDecimal adjusted = Adjustment.sum(adjudication.adjustments());
            boolean known = paid != null
                    && paid.signum() >= 0
                    && adjusted != null
                    && adjudication.bundledWith().isAbsent();
            sum = sum == null || !known ? null : sum.add(paid).add(adjusted);
        }
        return sum;
    }
}
