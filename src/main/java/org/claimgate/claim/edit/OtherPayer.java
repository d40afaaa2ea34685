package org.claimgate.claim.edit;

import java.util.List;

/** Another payer of the patient, and what it decided (2320, 2330A, 2330B). */
public record OtherPayer(Claim claim, Part part) {

    /** SBR01. */
    public Field sequence() {
        return part.field("paymentResponsibilityLevelCode");
    }

    /** SBR09. */
    public Field filing() {
        return part.field("claimFilingIndicatorCode");
    }

    /** AMT*D. */
    public Field paid() {
        return part.field("payerPaidAmount");
    }

    /** 2330B NM109. */
    public Field payerId() {
        return part.part("otherPayerName").field("otherPayerIdentifier");
    }

    /** 2330B DTP*573. */
    public Field date() {
        return part.part("otherPayerName").field("otherPayerAdjudicationOrPaymentDate");
    }

    /** CAS of the claim. */
    public List<Adjustment> adjustments() {
        return Adjustment.all(ClaimLoop.OTHER_PAYER, part.items("claimLevelAdjustments"));
    }

    /** What it decided of the lines. */
    public List<Adjudication> adjudications() {
        return claim.adjudicationsOf(payerId());
    }

    /** It has decided already: an amount, an adjustment or a line of it is there. */
    public boolean hasDecided() {
        return paid().isThere() || !adjustments().isEmpty() || !adjudications().isEmpty();
    }
}
