package org.claimgate.claim.edit.balancing;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2300.CLM02.020",
        snip = Snip.BALANCING,
        status = {"A7:693", "A7:178"},
        field = "/claimInformation/claimChargeAmount",
        message = "a charge that is not below zero",
        fix = "To take a claim back, send it with frequency 8 and its charges as they were.",
        source = "005010X222A1 and 005010X223A2, CLM02")
public final class ChargeIsNotNegative implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        if (claim.charge().isNegative()) {
            report.at(claim.charge());
        }
    }
}
