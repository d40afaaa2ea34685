package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.OtherPayer;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2330B.DTP-573.020",
        snip = Snip.SITUATION,
        status = "A7:516:PR",
        field = "/claimInformation/otherSubscriberInformation/*/otherPayerName/otherPayerAdjudicationOrPaymentDate",
        message = "the other payer's date once: at the claim, or at the lines it decided",
        fix = "Take the date of the claim out where the lines have theirs.",
        source = "005010X222A1 and 005010X223A2, 2330B and 2430 DTP*573")
public final class DecisionHasOneDate implements Check.OfOtherPayer {

    @Override
    public void check(OtherPayer payer, Report report) {
        boolean ofLines = payer.adjudications().stream()
                .anyMatch(adjudication -> adjudication.date().isThere());
        if (payer.date().isThere() && ofLines) {
            report.at(payer.date());
        }
    }
}
