package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.ClaimLoop;
import org.claimgate.claim.edit.Party;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "*.NM109.020",
        in = ClaimLoop.BILLING,
        snip = Snip.SITUATION,
        severity = Severity.WARN,
        status = "A6:562:*",
        field = "*/npi",
        message = "the NPI of the billing provider",
        fix = "Give it; a provider who can have none is known to the payer by a commercialNumber or locationNumber.",
        source = "005010X222A1 and 005010X223A2, 2010AA NM109",
        received = false)
public final class BillingProviderHasNumber implements Check.OfParty {

    @Override
    public void check(Party party, Report report) {
        if (party.npi().isAbsent() && !party.hasSecondaryNumber()) {
            report.at(party.npi());
        }
    }
}
