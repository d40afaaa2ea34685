package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.ClaimLoop;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Party;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "*.NM104.020",
        in = {
            ClaimLoop.SUBMITTER,
            ClaimLoop.BILLING,
            ClaimLoop.SUBSCRIBER,
            ClaimLoop.RENDERING,
            ClaimLoop.LINE_RENDERING
        },
        snip = Snip.SITUATION,
        status = "A8:505:*",
        field = {"*/firstName", "*/middleName", "*/suffix"},
        message = "no part of a person's name beside the name of an organization",
        fix = "Take it out, or give lastName in place of organizationName.",
        source = "005010X222A1 and 005010X223A2, NM104, NM105, NM107")
public final class OrganizationHasNoPersonsNames implements Check.OfParty {

    @Override
    public void check(Party party, Report report) {
        if (party.organizationName().isThere() && party.lastName().isAbsent()) {
            party.namesOfAPerson().stream().filter(Field::isThere).forEach(report::at);
        }
    }
}
