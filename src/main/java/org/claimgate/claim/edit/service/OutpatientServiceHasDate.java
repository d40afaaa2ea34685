package org.claimgate.claim.edit.service;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2400.DTP-472.040",
        snip = Snip.SERVICE,
        severity = Severity.WARN,
        status = "A6:187",
        field = "/claimInformation/serviceLines/*/serviceDate",
        message = "the day of an outpatient service: the statement covers several",
        source = "005010X223A2, 2400 DTP*472")
public final class OutpatientServiceHasDate implements Check.OfLine {

    @Override
    public void check(Line line, Report report) {
        Claim claim = line.claim();
        boolean several = claim.statementBegin().isBefore(claim.statementEnd());
        if (claim.isBill("13", "14", "83", "85") && several && line.begin().isAbsent()) {
            report.at(line.begin());
        }
    }
}
