package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.ClaimLoop;
import org.claimgate.claim.edit.Party;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "*.NM104.010",
        in = {
            ClaimLoop.SUBSCRIBER,
            ClaimLoop.PATIENT,
            ClaimLoop.REFERRING,
            ClaimLoop.RENDERING,
            ClaimLoop.SUPERVISING,
            ClaimLoop.ATTENDING,
            ClaimLoop.OPERATING,
            ClaimLoop.LINE_RENDERING,
            ClaimLoop.LINE_ORDERING,
            ClaimLoop.LINE_REFERRING
        },
        snip = Snip.SITUATION,
        severity = Severity.WARN,
        status = "A6:505:*",
        field = "*/firstName",
        message = "the first name of a person",
        fix = "Give it, or organizationName in place of lastName where this is no person.",
        source = "005010X222A1 and 005010X223A2, NM104")
public final class PersonHasFirstName implements Check.OfParty {

    @Override
    public void check(Party party, Report report) {
        if (party.lastName().isThere() && party.firstName().isAbsent()) {
            report.at(party.firstName());
        }
    }
}
