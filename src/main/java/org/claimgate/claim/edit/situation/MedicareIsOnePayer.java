package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.OtherPayer;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2320.SBR09.010",
        snip = Snip.SITUATION,
        status = "A7:480:GB",
        field = "/claimInformation/otherSubscriberInformation/*/claimFilingIndicatorCode",
        message = "another kind of coverage: the payer that the claim goes to is %s already",
        source = "CMS, CEDI front-end edits")
public final class MedicareIsOnePayer implements Check.OfOtherPayer {

    @Override
    public void check(OtherPayer payer, Report report) {
        if (payer.filing().is("MA", "MB")
                && payer.filing().isSameAs(payer.claim().filing())) {
            report.at(payer.filing(), payer.filing().text());
        }
    }
}
