package org.claimgate.claim.edit.code;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2300.CLM05-3.010",
        snip = Snip.CODES,
        status = "A7:535",
        field = "/claimInformation/claimFrequencyCode",
        message = "a claim frequency: 1, 7 or 8",
        source = "005010X222A1, CLM05-3")
public final class FrequencyIsKnown implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Field frequency = claim.frequency();
        if (frequency.isThere() && !frequency.is("1", "6", "7", "8")) {
            report.at(frequency);
        }
    }
}
