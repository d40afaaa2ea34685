package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Adjudication;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2430.SVD01.010",
        snip = Snip.SITUATION,
        status = "A7:479",
        field = "/claimInformation/serviceLines/*/lineAdjudicationInformation/*/otherPayerPrimaryIdentifier",
        message = "the id of one of the claim's other payers",
        fix = "Give it as otherPayerIdentifier has it.",
        source = "005010X222A1 and 005010X223A2, SVD01")
public final class DecisionIsOfOtherPayer implements Check.OfAdjudication {

    @Override
    public void check(Adjudication adjudication, Report report) {
        Field id = adjudication.payerId();
        if (id.isThere() && !adjudication.line().claim().hasOtherPayer(id)) {
            report.at(id);
        }
    }
}
