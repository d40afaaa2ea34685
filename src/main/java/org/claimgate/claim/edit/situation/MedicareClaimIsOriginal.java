package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2300.CLM05-3.020",
        snip = Snip.SITUATION,
        status = "A7:535",
        field = "/claimInformation/claimFrequencyCode",
        message = "frequency 1: Medicare Part B takes no replacements and voids",
        fix = "Send a new claim with frequency 1 if the first was rejected; if it was decided, ask for a reopening.",
        source = "CMS, Medicare Claims Processing Manual, chapter 34")
public final class MedicareClaimIsOriginal implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        if (claim.filing().is("MB")
                && claim.subscriber().field("paymentResponsibilityLevelCode").is("P")
                && claim.frequency().is("7", "8")) {
            report.at(claim.frequency());
        }
    }
}
