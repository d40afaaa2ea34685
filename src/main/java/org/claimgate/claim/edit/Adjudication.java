package org.claimgate.claim.edit;

import java.util.List;

/** What another payer decided of a line (2430). */
public record Adjudication(Line line, Part part) {

    /** SVD01. */
    public Field payerId() {
        return part.field("otherPayerPrimaryIdentifier");
    }

    /** SVD02. */
    public Field paid() {
        return part.field("serviceLinePaidAmount");
    }

    /** SVD06: the line that this one was paid with. */
    public Field bundledWith() {
        return part.field(line.claim().isInstitutional() ? "bundledLineNumber" : "bundledOrUnbundledLineNumber");
    }

    /** DTP*573. */
    public Field date() {
        return part.field("adjudicationOrPaymentDate");
    }

    public List<Adjustment> adjustments() {
        String groups = line.claim().isInstitutional() ? "lineAdjustment" : "claimAdjustmentInformation";
        return Adjustment.all(ClaimLoop.LINE_ADJUDICATION, part.items(groups));
    }
}
