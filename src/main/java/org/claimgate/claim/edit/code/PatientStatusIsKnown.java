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
        institutional = "2300.CL103.030",
        snip = Snip.CODES,
        severity = Severity.WARN,
        status = "A7:234",
        field = "/claimInformation/claimCodeInformation/patientStatusCode",
        message = "a patient status that is in use",
        source = "CMS, Medicare Claims Processing Manual, chapter 25")
public final class PatientStatusIsKnown implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Field status = claim.admission().field("patientStatusCode");
        if (status.looksLike(Formats.TWO_DIGITS) && !claim.codes().has(CodeSet.DISCHARGE_STATUS, status)) {
            report.at(status);
        }
    }
}
