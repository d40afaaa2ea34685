package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.ClaimLoop;
import org.claimgate.claim.edit.Part;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2310A.NM1.010",
        snip = Snip.SITUATION,
        severity = Severity.WARN,
        status = "A8:562:DN",
        field = "/referring",
        message = "a referring provider of the claim where a line has one of its own",
        fix = "Give the provider who referred for most of the claim, and at lines only those who differ.",
        source = "005010X222A1, 2310A and 2420F")
public final class ReferringProviderIsOfClaimFirst implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Part referring = claim.party(ClaimLoop.REFERRING).part();
        boolean ofLine = claim.lines().stream()
                .anyMatch(line -> line.party(ClaimLoop.LINE_REFERRING).isThere());
        if (ofLine && !referring.isThere()) {
            report.at(referring);
        }
    }
}
