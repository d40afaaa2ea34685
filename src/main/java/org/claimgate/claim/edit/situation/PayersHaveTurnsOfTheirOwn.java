package org.claimgate.claim.edit.situation;

import java.util.HashSet;
import java.util.Set;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.OtherPayer;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2320.SBR01.010",
        snip = Snip.SITUATION,
        status = "A7:742",
        field = "/claimInformation/otherSubscriberInformation/*/paymentResponsibilityLevelCode",
        message = "a turn that no other payer of the claim has",
        fix = "Give each payer its own: P, S, T, then A to H.",
        source = "005010X222A1 and 005010X223A2, SBR01")
public final class PayersHaveTurnsOfTheirOwn implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Set<String> turns = new HashSet<>();
        turns.add(claim.subscriber().field("paymentResponsibilityLevelCode").text());
        for (OtherPayer payer : claim.otherPayers()) {
            Field turn = payer.sequence();
            if (turn.isThere() && !turn.is("U") && !turns.add(turn.text())) {
                report.at(turn);
            }
        }
    }
}
