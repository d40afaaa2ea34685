package org.claimgate.claim.edit.situation;

import java.util.HashSet;
import java.util.Set;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Part;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2300.HI-BH.020",
        snip = Snip.SITUATION,
        status = "A7:719",
        field = "/claimInformation/occurrenceInformationList/*/occurrenceSpanCode",
        message = "an occurrence that the claim does not have already on that day",
        source = "005010X223A2, 2300 HI*BH")
public final class OccurrencesDiffer implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Set<String> seen = new HashSet<>();
        for (Part occurrence : claim.information().items("occurrenceInformationList")) {
            Field code = occurrence.field("occurrenceSpanCode");
            String day = occurrence.field("occurrenceSpanCodeDate").text();
            if (code.isThere() && !seen.add(code.text() + " " + day)) {
                report.at(code);
            }
        }
    }
}
