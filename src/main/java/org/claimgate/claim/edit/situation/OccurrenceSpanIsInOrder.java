package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Part;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2300.HI-BI.020",
        snip = Snip.SITUATION,
        status = "A7:722",
        field = "/claimInformation/occurrenceSpanInformations/*/occurrenceSpanCodeEndDate",
        message = "a span that ends on or after the day it begins",
        source = "005010X223A2, 2300 HI*BI")
public final class OccurrenceSpanIsInOrder implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        for (Part span : claim.information().items("occurrenceSpanInformations")) {
            Field end = span.field("occurrenceSpanCodeEndDate");
            if (end.isBefore(span.field("occurrenceSpanCodeStartDate"))) {
                report.at(end);
            }
        }
    }
}
