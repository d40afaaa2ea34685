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
        institutional = "2300.HI-BG.020",
        snip = Snip.SITUATION,
        status = "A7:460",
        field = "/claimInformation/conditionCodesList/*/conditionCode",
        message = "a condition that the claim does not have already",
        source = "005010X223A2, 2300 HI*BG")
public final class ConditionsDiffer implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Set<String> codes = new HashSet<>();
        for (Part condition : claim.information().items("conditionCodesList")) {
            Field code = condition.field("conditionCode");
            if (code.isThere() && !codes.add(code.text())) {
                report.at(code);
            }
        }
    }
}
