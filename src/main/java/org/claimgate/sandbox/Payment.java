package org.claimgate.sandbox;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a claim was settled. It balances by construction: what is paid on a line is its charge less its adjustments, what
 * is paid on the claim is its charge less all adjustments.
 *
 * @param claimStatus CLP02
 * @param adjustments of the claim as a whole
 */
record Payment(
        Claim claim,
        String payerControlNumber,
        String claimStatus,
        BigDecimal charge,
        List<Adjustment> adjustments,
        List<Line> lines) {

    /** How one line was settled. */
    record Line(Claim.ServiceLine submitted, BigDecimal charge, List<Adjustment> adjustments) {

        BigDecimal paid() {
            return charge.subtract(Adjustment.total(adjustments));
        }

        BigDecimal allowed() {
            return charge.subtract(Adjustment.total(adjustments, "CO"));
        }

        Line negated() {
            return new Line(submitted, charge.negate(), negate(adjustments));
        }
    }

    BigDecimal paid() {
        return charge.subtract(Adjustment.total(allAdjustments()));
    }

    BigDecimal patientResponsibility() {
        return Adjustment.total(allAdjustments(), "PR");
    }

    /** The same payment taken back. */
    Payment reversed() {
        return new Payment(
                claim,
                payerControlNumber,
                "22",
                charge.negate(),
                negate(adjustments),
                lines.stream().map(Line::negated).toList());
    }

    boolean isReversal() {
        return claimStatus.equals("22");
    }

    private List<Adjustment> allAdjustments() {
        return Stream.concat(adjustments.stream(), lines.stream().flatMap(line -> line.adjustments().stream()))
                .toList();
    }

    private static List<Adjustment> negate(List<Adjustment> adjustments) {
        return adjustments.stream().map(Adjustment::negated).toList();
    }
}
