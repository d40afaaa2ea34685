package org.claimgate.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What of a charge nobody pays: neither this payer, nor the patient, nor the payers before. For information: a contract may
 * say so.
 *
 * @param billed CLP03
 * @param paid CLP04
 * @param patientResponsibility adjustments of group PR
 * @param earlierPayers adjustments for what earlier payers paid or adjusted (reason 23)
 */
public record Underpayment(
        BigDecimal billed, BigDecimal paid, BigDecimal patientResponsibility, BigDecimal earlierPayers) {

    private static final String PATIENT = "PR";
    private static final String EARLIER_PAYERS = "23";

    public BigDecimal difference() {
        return billed.subtract(paid).subtract(patientResponsibility).subtract(earlierPayers);
    }

    /** Empty when nothing is left, and when amounts are no numbers. */
    public static Optional<Underpayment> of(JsonNode document) {
        Amounts amounts = new Amounts(document);
        BigDecimal patient = BigDecimal.ZERO;
        BigDecimal earlier = BigDecimal.ZERO;
        for (Adjustment adjustment : Adjustment.in(document)) {
            BigDecimal amount = amounts.at(adjustment.pointer() + "/amount");
            if (adjustment.group().equals(PATIENT)) {
                patient = patient.add(amount);
            } else if (adjustment.reason().equals(EARLIER_PAYERS)) {
                earlier = earlier.add(amount);
            }
        }
        Underpayment underpayment = new Underpayment(
                amounts.at("/claimPaymentInfo/totalClaimChargeAmount"),
                amounts.at("/claimPaymentInfo/claimPaymentAmount"),
                patient,
                earlier);
        boolean left =
                amounts.unreadable().isEmpty() && underpayment.difference().signum() > 0;
        return left ? Optional.of(underpayment) : Optional.empty();
    }
}
