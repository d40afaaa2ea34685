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
        institutional = "2300.CLM05-1.020",
        snip = Snip.CODES,
        severity = Severity.WARN,
        status = "A7:228",
        field = "/claimInformation/placeOfServiceCode",
        message = "the first two digits of a type of bill that is in use",
        source = "CMS, Medicare Claims Processing Manual, chapter 25")
public final class TypeOfBillIsKnown implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Field facility = claim.facility();
        if (facility.looksLike(Formats.TWO_DIGITS) && !claim.codes().has(CodeSet.FACILITY_TYPE, facility)) {
            report.at(facility);
        }
    }
}
