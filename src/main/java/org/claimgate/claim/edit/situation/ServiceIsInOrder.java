package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2400.DTP-472.030",
        snip = Snip.SITUATION,
        status = "A7:187",
        field = "/claimInformation/serviceLines/*/serviceDateEnd",
        message = "a service that ends on or after the day it begins",
        source = "005010X222A1 and 005010X223A2, 2400 DTP*472")
public final class ServiceIsInOrder implements Check.OfLine {

    @Override
    public void check(Line line, Report report) {
        if (line.end().isBefore(line.begin())) {
            report.at(line.end());
        }
    }
}
