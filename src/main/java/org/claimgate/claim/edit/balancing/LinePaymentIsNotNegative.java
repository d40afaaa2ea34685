package org.claimgate.claim.edit.balancing;

import org.claimgate.claim.edit.Adjudication;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2430.SVD02.020",
        snip = Snip.BALANCING,
        status = {"A7:693", "A7:643"},
        field = "/claimInformation/serviceLines/*/lineAdjudicationInformation/*/serviceLinePaidAmount",
        message = "a payment that is not below zero",
        fix = "Give what the other payer paid in the end, 0 where it paid nothing.",
        source = "005010X222A1 and 005010X223A2, SVD02")
public final class LinePaymentIsNotNegative implements Check.OfAdjudication {

    @Override
    public void check(Adjudication adjudication, Report report) {
        if (adjudication.paid().isNegative()) {
            report.at(adjudication.paid());
        }
    }
}
