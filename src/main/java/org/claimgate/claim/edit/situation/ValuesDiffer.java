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
        institutional = "2300.HI-BE.020",
        snip = Snip.SITUATION,
        status = "A7:725",
        field = "/claimInformation/valueInformationList/*/valueCode",
        message = "a value code that the claim does not have already",
        source = "005010X223A2, 2300 HI*BE")
public final class ValuesDiffer implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Set<String> codes = new HashSet<>();
        for (Part value : claim.information().items("valueInformationList")) {
            Field code = value.field("valueCode");
            if (code.isThere() && !codes.add(code.text())) {
                report.at(code);
            }
        }
    }
}
