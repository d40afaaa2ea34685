package org.claimgate.claim.edit.service;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2400.SV103.020",
        snip = Snip.SERVICE,
        severity = Severity.WARN,
        status = "A7:659",
        field = "/claimInformation/serviceLines/*/professionalService/measurementUnit",
        message = "units (UN): minutes are for anesthesia",
        source = "005010X222A1, SV103")
public final class MinutesAreOfAnesthesia implements Check.OfLine {

    @Override
    public void check(Line line, Report report) {
        if (line.unit().is("MJ") && line.procedureQualifier().is("HC") && !line.isProcedureWithin("00100", "01999")) {
            report.at(line.unit());
        }
    }
}
