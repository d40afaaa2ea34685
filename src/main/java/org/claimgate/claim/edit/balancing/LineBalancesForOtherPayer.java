package org.claimgate.claim.edit.balancing;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.claimgate.claim.edit.Adjudication;
import org.claimgate.claim.edit.Adjustment;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.OtherPayer;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2430.SVD02.010",
        snip = Snip.BALANCING,
        status = {"A8:710", "A8:643"},
        field = "/claimInformation/serviceLines/*/lineAdjudicationInformation/*/serviceLinePaidAmount",
        message = "what the other payer paid and adjusted to be the line's charge: with the adjustments it is %s",
        fix = "Take payment and adjustments of the line from the payer's remittance (835).",
        source = "X12 RFI 1294")
public final class LineBalancesForOtherPayer implements Check.OfOtherPayer {

    @Override
    public void check(OtherPayer payer, Report report) {
        for (List<Adjudication> decided : byLine(payer)) {
            BigDecimal difference = difference(decided);
            if (difference != null && difference.signum() != 0) {
                BigDecimal charge = decided.get(0).line().charge().number();
                report.at(decided.get(0).paid(), difference.add(charge).toPlainString());
            }
        }
    }

    /** By how much the lines that the payer decided on are off together. */
    static BigDecimal difference(OtherPayer payer) {
        return byLine(payer).stream()
                .map(LineBalancesForOtherPayer::difference)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The decisions on each line that has any. */
    private static Collection<List<Adjudication>> byLine(OtherPayer payer) {
        return payer.adjudications().stream()
                .collect(Collectors.groupingBy(
                        adjudication -> adjudication.line().part().pointer(), LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /** Null where it is not known. */
    private static BigDecimal difference(List<Adjudication> decided) {
        BigDecimal charge = decided.get(0).line().charge().number();
        BigDecimal sum = sum(decided);
        return charge == null || sum == null ? null : sum.subtract(charge);
    }

    /** Null where an amount is no payment, or the line was paid with another. */
    private static BigDecimal sum(List<Adjudication> decided) {
        BigDecimal sum = BigDecimal.ZERO;
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
