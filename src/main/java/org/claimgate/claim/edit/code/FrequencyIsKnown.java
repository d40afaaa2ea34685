package org.claimgate.claim.edit.code;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.CodeSet;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2300.CLM05-3.010",
        snip = Snip.CODES,
        status = "A7:535",
        field = "/claimInformation/claimFrequencyCode",
        message = "a claim frequency: %s",
        source = "NUBC, type of bill; 005010X222A1 and 005010X223A2, CLM05-3")
public final class FrequencyIsKnown implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Field frequency = claim.frequency();
        boolean known = claim.isInstitutional()
                ? claim.codes().has(CodeSet.CLAIM_FREQUENCY, frequency)
                : frequency.is("1", "6", "7", "8");
        if (frequency.isThere() && !known) {
            report.at(frequency, claim.isInstitutional() ? "the last digit of a type of bill" : "1, 7 or 8");
        }
    }
}
