package org.claimgate.claim.edit.partner;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2010BB.NM109.010",
        snip = Snip.PARTNER,
        status = "A3:116:PR",
        field = "/tradingPartnerServiceId",
        message = "the id of a payer that a trading partner serves",
        fix =
                "Give the id as the clearinghouse's payer list has it, or name it among the payers of a partner in partners/.",
        source = "the partners' files",
        received = false)
public final class PayerIsServed implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        if (!claim.isServed()) {
            report.at(claim.payerId());
        }
    }
}
