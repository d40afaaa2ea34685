package org.claimgate.claim.edit.code;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Part;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2300.HI-BH.010",
        snip = Snip.CODES,
        status = "A7:719",
        field = "/claimInformation/occurrenceInformationList/*/occurrenceSpanCode",
        message = "an occurrence code: two capital letters or digits",
        source = "NUBC, occurrence codes")
public final class OccurrenceCodeLooksRight implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        for (Part occurrence : claim.information().items("occurrenceInformationList")) {
            Field code = occurrence.field("occurrenceSpanCode");
            if (code.differsFrom(Formats.TWO_CHARACTERS)) {
                report.at(code);
            }
        }
    }
}
