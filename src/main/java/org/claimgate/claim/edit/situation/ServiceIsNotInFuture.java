package org.claimgate.claim.edit.situation;

import java.time.LocalDate;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2400.DTP-472.010",
        snip = Snip.SITUATION,
        status = {"A7:187", "A7:510"},
        field = "/claimInformation/serviceLines/*/serviceDate",
        message = "a service that does not begin in the future",
        fix = "Correct the date, or send the claim when the service has been done.",
        source = "005010X222A1, 2400 DTP*472",
        received = false)
public final class ServiceIsNotInFuture implements Check.OfLine {

    @Override
    public void check(Line line, Report report) {
        LocalDate date = line.begin().date();
        if (date != null && date.isAfter(line.claim().today().plusDays(1))) {
            report.at(line.begin());
        }
    }
}
