package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.ClaimLoop;
import org.claimgate.claim.edit.Party;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "*.NM109.040",
        in = ClaimLoop.SUPERVISING,
        snip = Snip.SITUATION,
        severity = Severity.WARN,
        status = "A8:562:*",
        field = "*/npi",
        message = "a supervising provider who is not the rendering one",
        fix = "Leave the supervising provider out where nobody was supervised.",
        source = "005010X222A1, 2310D")
public final class SupervisorIsNotRendering implements Check.OfParty {

    @Override
    public void check(Party party, Report report) {
        if (party.npi().isSameAs(party.claim().party(ClaimLoop.RENDERING).npi())) {
            report.at(party.npi());
        }
    }
}
