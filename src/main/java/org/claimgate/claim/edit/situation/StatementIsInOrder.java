package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2300.DTP-434.010",
        snip = Snip.SITUATION,
        status = "A7:188",
        field = "/claimInformation/claimDateInformation/statementEndDate",
        message = "a statement that ends on or after the day it begins",
        source = "005010X223A2, 2300 DTP*434")
public final class StatementIsInOrder implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        if (claim.statementEnd().isBefore(claim.statementBegin())) {
            report.at(claim.statementEnd());
        }
    }
}
