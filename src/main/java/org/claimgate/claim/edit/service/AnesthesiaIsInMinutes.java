package org.claimgate.claim.edit.service;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2400.SV103.010",
        snip = Snip.SERVICE,
        severity = Severity.WARN,
        status = "A7:659",
        field = "/claimInformation/serviceLines/*/professionalService/measurementUnit",
        message = "minutes (MJ) of anesthesia",
        source = "005010X222A1, SV103")
public final class AnesthesiaIsInMinutes implements Check.OfLine {

    @Override
    public void check(Line line, Report report) {
        boolean timed =
                line.isProcedureWithin("00100", "01992") && !line.procedure().is("01953");
        if (timed && line.unit().is("UN")) {
            report.at(line.unit());
        }
    }
}
