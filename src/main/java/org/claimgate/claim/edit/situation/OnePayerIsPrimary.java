package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2000B.SBR01.010",
        snip = Snip.SITUATION,
        status = "A7:742",
        field = "/subscriber/paymentResponsibilityLevelCode",
        message = "one primary payer (P): this one, or one of the other payers",
        fix = "Give the payer before this one under otherSubscriberInformation, or P here.",
        source = "005010X222A1 and 005010X223A2, SBR01")
public final class OnePayerIsPrimary implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Field own = claim.subscriber().field("paymentResponsibilityLevelCode");
        boolean primary = own.is("P", "U")
                || claim.otherPayers().stream()
                        .anyMatch(payer -> payer.sequence().is("P", "U"));
        if (own.isThere() && !primary) {
            report.at(own);
        }
    }
}
