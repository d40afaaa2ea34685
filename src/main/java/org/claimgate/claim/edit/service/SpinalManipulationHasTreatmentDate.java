package org.claimgate.claim.edit.service;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2300.DTP-454.010",
        snip = Snip.SERVICE,
        severity = Severity.WARN,
        status = "A6:701",
        field = "/claimInformation/claimDateInformation/initialTreatmentDate",
        message = "the date of the initial treatment: Medicare asks for it with spinal manipulation",
        source = "CMS, Medicare Claims Processing Manual, chapter 12")
public final class SpinalManipulationHasTreatmentDate implements Check.OfLine {

    @Override
    public void check(Line line, Report report) {
        Field ofClaim = line.claim().dates().field("initialTreatmentDate");
        Field ofLine = line.part().part("serviceLineDateInformation").field("initialTreatmentDate");
        boolean manipulation = line.claim().filing().is("MB") && line.isProcedureWithin("98940", "98942");
        if (manipulation && ofClaim.isAbsent() && ofLine.isAbsent()) {
            report.at(ofClaim);
        }
    }
}
