package org.claimgate.claim.edit.code;

import java.util.regex.Pattern;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2300.HI-DR.010",
        snip = Snip.CODES,
        status = "A7:256",
        field = "/claimInformation/diagnosisRelatedGroupInformation/drugRelatedGroupCode",
        message = "a diagnosis related group: three digits, or four of an APR-DRG",
        source = "CMS, MS-DRG")
public final class DrgHasDigits implements Check.OfClaim {

    private static final Pattern DRG = Pattern.compile("\\d{3,4}");

    @Override
    public void check(Claim claim, Report report) {
        Field group =
                claim.information().part("diagnosisRelatedGroupInformation").field("drugRelatedGroupCode");
        if (group.differsFrom(DRG)) {
            report.at(group);
        }
    }
}
