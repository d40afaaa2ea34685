package org.claimgate.claim.edit.code;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2300.CLM05-1.010",
        snip = Snip.CODES,
        status = "A7:249",
        field = "/claimInformation/placeOfServiceCode",
        message = "a place of service: two digits, such as 11 for an office",
        source = "CMS, place of service codes")
public final class PlaceOfServiceHasTwoDigits implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        if (claim.facility().differsFrom(Formats.TWO_DIGITS)) {
            report.at(claim.facility());
        }
    }
}
