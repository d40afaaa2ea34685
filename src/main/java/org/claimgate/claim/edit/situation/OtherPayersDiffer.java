package org.claimgate.claim.edit.situation;

import java.util.HashSet;
import java.util.Set;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.OtherPayer;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2330B.NM109.010",
        snip = Snip.SITUATION,
        doubt = "where no line has a decision of that id: a patient may have two policies with one payer",
        status = "A7:479",
        field = "/claimInformation/otherSubscriberInformation/*/otherPayerName/otherPayerIdentifier",
        message = "another id than that of the other payer before",
        fix = "Give each payer once, with its own id.",
        source = "005010X222A1 and 005010X223A2, 2330B NM109")
public final class OtherPayersDiffer implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Set<String> ids = new HashSet<>();
        for (OtherPayer payer : claim.otherPayers()) {
            if (payer.payerId().isThere() && !ids.add(payer.payerId().text())) {
                report.doubting(payer.adjudications().isEmpty()).at(payer.payerId());
            }
        }
    }
}
