package org.claimgate.sandbox;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The payers' side: what a claim is paid under its scenario. */
final class Adjudication {

    private static final BigDecimal DEDUCTIBLE = new BigDecimal("25");
    private static final BigDecimal COPAY = new BigDecimal("15");

    private Adjudication() {}

    static Payment pay(Claim claim, Scenario scenario, String payerControlNumber) {
        return switch (scenario) {
            case ADJUSTED -> settle(claim, payerControlNumber, status(claim), adjusted(claim));
            case DENIED -> settle(claim, payerControlNumber, "4", denied(claim));
            default -> settle(claim, payerControlNumber, status(claim), inFull(claim));
        };
    }

    /** The payment that takes the place of a reversed one. */
    static Payment correct(Claim claim, String payerControlNumber) {
        return settle(claim, payerControlNumber, status(claim), contracted(claim, 10));
    }

    private static Payment settle(Claim claim, String payerControlNumber, String status, List<Payment.Line> lines) {
        return new Payment(claim, payerControlNumber, status, claim.charge(), priorPayers(claim, lines), lines);
    }

    /** What earlier payers paid comes off the claim (OA-23), but never more than there is left to pay. */
    private static List<Adjustment> priorPayers(Claim claim, List<Payment.Line> lines) {
        BigDecimal payable = Money.sum(lines.stream().map(Payment.Line::paid).toList());
        BigDecimal before = claim.paidBefore().min(payable);
        return before.signum() > 0 ? List.of(new Adjustment("OA", "23", before)) : List.of();
    }

    private static List<Payment.Line> inFull(Claim claim) {
        return claim.lines().stream()
                .map(line -> new Payment.Line(line, line.charge(), List.of()))
                .toList();
    }

    private static List<Payment.Line> denied(Claim claim) {
        return claim.lines().stream()
                .map(line -> new Payment.Line(line, line.charge(), nonZero("CO", "29", line.charge())))
                .toList();
    }

    private static List<Payment.Line> contracted(Claim claim, int percent) {
        return claim.lines().stream()
                .map(line -> new Payment.Line(
                        line, line.charge(), nonZero("CO", "45", Money.percent(line.charge(), percent))))
                .toList();
    }

    /** The patient's share is taken from line to line until it is used up. */
    private static List<Payment.Line> adjusted(Claim claim) {
        BigDecimal deductible = DEDUCTIBLE;
        BigDecimal copay = COPAY;
        List<Payment.Line> lines = new ArrayList<>();
        for (Payment.Line line : contracted(claim, 20)) {
            BigDecimal allowed = line.paid();
            BigDecimal first = deductible.min(allowed);
            BigDecimal second = copay.min(allowed.subtract(first));
            List<Adjustment> adjustments = new ArrayList<>(line.adjustments());
            adjustments.addAll(nonZero("PR", "1", first));
            adjustments.addAll(nonZero("PR", "3", second));
            lines.add(new Payment.Line(line.submitted(), line.charge(), adjustments));
            deductible = deductible.subtract(first);
            copay = copay.subtract(second);
        }
        return lines;
    }

    private static List<Adjustment> nonZero(String group, String reason, BigDecimal amount) {
        return amount.signum() == 0 ? List.of() : List.of(new Adjustment(group, reason, amount));
    }

    /** Processed as primary, secondary or tertiary (CLP02). */
    private static String status(Claim claim) {
        return switch (claim.text("/subscriber/paymentResponsibilityLevelCode")) {
            case "S" -> "2";
            case "T" -> "3";
            default -> "1";
        };
    }
}
