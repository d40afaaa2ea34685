package org.claimgate.claim.edit.service;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.ClaimLoop;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Part;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2420E.NM1.010",
        snip = Snip.SERVICE,
        severity = Severity.WARN,
        status = "A6:562:DK",
        field = "/claimInformation/serviceLines/*/orderingProvider",
        message = "the provider who ordered the equipment: Medicare asks for it",
        source = "CMS, Medicare Claims Processing Manual, chapter 20")
public final class RentedEquipmentWasOrdered implements Check.OfLine {

    @Override
    public void check(Line line, Report report) {
        Part ordering = line.party(ClaimLoop.LINE_ORDERING).part();
        boolean rented = line.part().part("durableMedicalEquipmentService").isThere();
        if (line.claim().filing().is("MB") && rented && !ordering.isThere()) {
            report.at(ordering);
        }
    }
}
