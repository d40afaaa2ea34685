package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2400.DTP-472.020",
        snip = Snip.SITUATION,
        status = "A7:187",
        field = "/claimInformation/serviceLines/*/serviceDate",
        message = "a day within the statement period",
        fix = "Correct the line's date, or the statement's first and last day.",
        source = "005010X223A2, 2400 DTP*472")
public final class ServiceIsWithinStatement implements Check.OfLine {

    @Override
    public void check(Line line, Report report) {
        Claim claim = line.claim();
        boolean statement = !claim.statementEnd().isBefore(claim.statementBegin());
        boolean outside = line.begin().isBefore(claim.statementBegin())
                || claim.statementEnd().isBefore(line.begin());
        if (statement && outside) {
            report.at(line.begin());
        }
    }
}
