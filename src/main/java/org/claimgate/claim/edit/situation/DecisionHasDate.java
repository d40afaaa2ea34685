package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.OtherPayer;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2330B.DTP-573.010",
        snip = Snip.SITUATION,
        status = "A6:516:PR",
        field = "/claimInformation/otherSubscriberInformation/*/otherPayerName/otherPayerAdjudicationOrPaymentDate",
        message = "the date on which the other payer decided, here or at the lines it decided",
        source = "005010X222A1 and 005010X223A2, 2330B and 2430 DTP*573")
public final class DecisionHasDate implements Check.OfOtherPayer {

    @Override
    public void check(OtherPayer payer, Report report) {
        if (payer.hasDecided()
                && payer.date().isAbsent()
                && payer.adjudications().isEmpty()) {
            report.at(payer.date());
        }
    }
}
