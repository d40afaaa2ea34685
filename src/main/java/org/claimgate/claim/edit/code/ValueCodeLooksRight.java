package org.claimgate.claim.edit.code;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Part;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2300.HI-BE.010",
        snip = Snip.CODES,
        status = "A7:725",
        field = "/claimInformation/valueInformationList/*/valueCode",
        message = "a value code: two capital letters or digits",
        source = "NUBC, value codes")
public final class ValueCodeLooksRight implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        for (Part value : claim.information().items("valueInformationList")) {
            Field code = value.field("valueCode");
            if (code.differsFrom(Formats.TWO_CHARACTERS)) {
                report.at(code);
            }
        }
    }
}
