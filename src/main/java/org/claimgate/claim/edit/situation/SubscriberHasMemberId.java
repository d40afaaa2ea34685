package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.ClaimLoop;
import org.claimgate.claim.edit.Party;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "*.NM109.010",
        in = ClaimLoop.SUBSCRIBER,
        snip = Snip.SITUATION,
        status = "A6:164:*",
        field = "*/memberId",
        message = "the member id of a subscriber who is a person",
        fix = "Give the id as it stands on the insurance card.",
        source = "005010X222A1 and 005010X223A2, 2010BA NM109")
public final class SubscriberHasMemberId implements Check.OfParty {

    @Override
    public void check(Party party, Report report) {
        boolean identified = party.memberId().isThere()
                || party.part().field("standardHealthId").isThere()
                || party.part().part("x12").field("2010BA.NM1*IL.9").isThere();
        if (party.lastName().isThere() && !identified) {
            report.at(party.memberId());
        }
    }
}
