package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.ClaimLoop;
import org.claimgate.claim.edit.Party;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "*.NM109.030",
        in = {
            ClaimLoop.REFERRING,
            ClaimLoop.RENDERING,
            ClaimLoop.SUPERVISING,
            ClaimLoop.ATTENDING,
            ClaimLoop.OPERATING,
            ClaimLoop.LINE_RENDERING,
            ClaimLoop.LINE_SUPERVISING,
            ClaimLoop.LINE_ORDERING,
            ClaimLoop.LINE_REFERRING
        },
        snip = Snip.SITUATION,
        severity = Severity.WARN,
        status = "A6:562:*",
        field = "*/npi",
        message = "the NPI of the provider",
        fix = "Give it, or another number that the payer knows the provider by.",
        source = "005010X222A1 and 005010X223A2, NM109")
public final class ProviderHasNumber implements Check.OfParty {

    @Override
    public void check(Party party, Report report) {
        if (party.npi().isAbsent() && !party.hasSecondaryNumber()) {
            report.at(party.npi());
        }
    }
}
