package org.claimgate.claim.edit.service;

import java.util.regex.Pattern;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2300.DTP-471.010",
        snip = Snip.SERVICE,
        severity = Severity.WARN,
        status = "A6:214",
        field = "/claimInformation/claimDateInformation/hearingAndVisionPrescriptionDate",
        message = "the date of the prescription of frames or lenses",
        source = "005010X222A1, 2300 DTP*471")
public final class SpectaclesHavePrescriptionDate implements Check.OfLine {

    /** Frames, lenses and contact lenses of HCPCS. */
    private static final Pattern SPECTACLES = Pattern.compile("V2[0-5]\\d{2}");

    @Override
    public void check(Line line, Report report) {
        Field date = line.claim().dates().field("hearingAndVisionPrescriptionDate");
        if (line.isProcedureLike(SPECTACLES) && date.isAbsent()) {
            report.at(date);
        }
    }
}
