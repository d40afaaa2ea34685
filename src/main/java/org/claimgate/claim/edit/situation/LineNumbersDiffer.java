package org.claimgate.claim.edit.situation;

import java.util.HashSet;
import java.util.Set;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2400.REF-6R.010",
        snip = Snip.SITUATION,
        status = "A7:584",
        field = {
            "/claimInformation/serviceLines/*/providerControlNumber",
            "/claimInformation/serviceLines/*/lineItemControlNumber"
        },
        message = "a number that no other line of the claim has",
        fix = "Number the lines so that answers can be told apart.",
        source = "005010X222A1 and 005010X223A2, REF*6R")
public final class LineNumbersDiffer implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Set<String> numbers = new HashSet<>();
        for (Line line : claim.lines()) {
            if (line.controlNumber().isThere()
                    && !numbers.add(line.controlNumber().text())) {
                report.at(line.controlNumber());
            }
        }
    }
}
