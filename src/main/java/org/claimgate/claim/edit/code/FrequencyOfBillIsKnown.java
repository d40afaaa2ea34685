package org.claimgate.claim.edit.code;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.CodeSet;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2300.CLM05-3.010",
        snip = Snip.CODES,
        severity = Severity.WARN,
        status = "A7:535",
        field = "/claimInformation/claimFrequencyCode",
        message = "a claim frequency: the last digit of a type of bill",
        source = "NUBC, type of bill")
public final class FrequencyOfBillIsKnown implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Field frequency = claim.frequency();
        if (frequency.isThere() && !claim.codes().has(CodeSet.CLAIM_FREQUENCY, frequency)) {
            report.at(frequency);
        }
    }
}
