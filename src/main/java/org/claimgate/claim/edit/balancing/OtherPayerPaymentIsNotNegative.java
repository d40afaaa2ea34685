package org.claimgate.claim.edit.balancing;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.OtherPayer;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2320.AMT-D.020",
        snip = Snip.BALANCING,
        status = {"A7:693", "A7:183"},
        field = "/claimInformation/otherSubscriberInformation/*/payerPaidAmount",
        message = "a payment that is not below zero",
        fix = "Give what the other payer paid in the end, 0 where it paid nothing.",
        source = "005010X222A1 and 005010X223A2, 2320 AMT*D")
public final class OtherPayerPaymentIsNotNegative implements Check.OfOtherPayer {

    @Override
    public void check(OtherPayer payer, Report report) {
        if (payer.paid().isNegative()) {
            report.at(payer.paid());
        }
    }
}
