package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.ClaimLoop;
import org.claimgate.claim.edit.Party;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "*.NM109.050",
        in = ClaimLoop.RENDERING,
        snip = Snip.SITUATION,
        severity = Severity.WARN,
        status = "A8:562:*",
        field = "*/npi",
        message = "a rendering provider who is not the billing one",
        fix = "Leave the rendering provider out where it is the billing provider.",
        source = "005010X222A1, 2310B")
public final class RenderingIsNotBilling implements Check.OfParty {

    @Override
    public void check(Party party, Report report) {
        if (party.npi().isSameAs(party.claim().party(ClaimLoop.BILLING).npi())) {
            report.at(party.npi());
        }
    }
}
