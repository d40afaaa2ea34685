package org.claimgate.claim.edit.situation;

import java.time.LocalDate;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2300.DTP-434.020",
        snip = Snip.SITUATION,
        status = {"A7:188", "A7:510"},
        field = "/claimInformation/claimDateInformation/statementEndDate",
        message = "a statement that does not end in the future",
        fix = "Correct the date, or send the claim when the stay has ended.",
        source = "005010X223A2, 2300 DTP*434",
        received = false)
public final class StatementIsNotInFuture implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        LocalDate end = claim.statementEnd().date();
        if (end != null && end.isAfter(claim.today().plusDays(1))) {
            report.at(claim.statementEnd());
        }
    }
}
