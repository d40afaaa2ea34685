package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2000B.SBR05.020",
        snip = Snip.SITUATION,
        severity = Severity.WARN,
        status = "A7:578",
        field = "/subscriber/insuranceTypeCode",
        message = "no reason for Medicare not to pay first: this payer is primary",
        source = "005010X222A1, SBR05")
public final class PrimaryHasNoReasonForSecondary implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Field reason = claim.subscriber().field("insuranceTypeCode");
        if (reason.isThere()
                && claim.subscriber().field("paymentResponsibilityLevelCode").is("P")) {
            report.at(reason);
        }
    }
}
