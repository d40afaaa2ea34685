package org.claimgate.claim.edit.code;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2300.CLM05-1.010",
        snip = Snip.CODES,
        status = "A7:228",
        field = "/claimInformation/placeOfServiceCode",
        message =
                "the first two digits of the type of bill, such as 11 for a stay in a hospital or 13 for an outpatient visit",
        source = "NUBC, type of bill")
public final class TypeOfBillHasTwoDigits implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        if (claim.facility().differsFrom(Formats.TWO_DIGITS)) {
            report.at(claim.facility());
        }
    }
}
