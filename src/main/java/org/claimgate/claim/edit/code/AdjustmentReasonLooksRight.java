package org.claimgate.claim.edit.code;

import java.util.regex.Pattern;
import org.claimgate.claim.edit.Adjustment;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.ClaimLoop;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "*.CAS02.010",
        in = {ClaimLoop.OTHER_PAYER, ClaimLoop.LINE_ADJUDICATION},
        snip = Snip.CODES,
        status = "A7:521",
        field = "*/…/adjustments/*/reason",
        message = "a claim adjustment reason code (CARC)",
        fix = "Take it from the payer's remittance (835); codes on paper are often the payer's own.",
        source = "X12, claim adjustment reason codes",
        received = false)
public final class AdjustmentReasonLooksRight implements Check.OfAdjustment {

    private static final Pattern REASON = Pattern.compile("[1-9]\\d{0,2}|[ABDPWY]\\d{1,2}");

    @Override
    public void check(Adjustment adjustment, Report report) {
        if (adjustment.reason().differsFrom(REASON)) {
            report.at(adjustment.reason());
        }
    }
}
