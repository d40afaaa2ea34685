package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2300.DTP-439.010",
        snip = Snip.SITUATION,
        status = "A6:727",
        field = "/claimInformation/claimDateInformation/accidentDate",
        message = "the date of the accident that the claim is related to",
        fix = "Give the date, or take the related cause out.",
        source = "005010X222A1, 2300 DTP*439")
public final class AccidentHasDate implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Field date = claim.dates().field("accidentDate");
        boolean accident =
                claim.information().texts("relatedCausesCode").stream().anyMatch(cause -> cause.is("AA", "OA"));
        if (accident && date.isAbsent()) {
            report.at(date);
        }
    }
}
