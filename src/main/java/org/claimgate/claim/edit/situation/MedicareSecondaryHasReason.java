package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2000B.SBR05.010",
        snip = Snip.SITUATION,
        status = "A6:578",
        field = "/subscriber/insuranceTypeCode",
        message = "why Medicare is not the first to pay",
        fix =
                "Give the code of the reason: 12 working aged, 13 kidney disease, 14 no-fault, 15 workers' compensation, 43 disabled, 47 other liability.",
        source = "005010X222A1, SBR05")
public final class MedicareSecondaryHasReason implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Field reason = claim.subscriber().field("insuranceTypeCode");
        Field turn = claim.subscriber().field("paymentResponsibilityLevelCode");
        if (claim.filing().is("MB") && turn.isThere() && !turn.is("P", "U") && reason.isAbsent()) {
            report.at(reason);
        }
    }
}
