package org.claimgate.claim.edit.code;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2300.CL103.010",
        snip = Snip.CODES,
        status = "A7:234",
        field = "/claimInformation/claimCodeInformation/patientStatusCode",
        message = "a patient status: two digits, such as 01 for discharged home",
        source = "NUBC, patient discharge status")
public final class PatientStatusHasTwoDigits implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Field status = claim.admission().field("patientStatusCode");
        if (status.differsFrom(Formats.TWO_DIGITS)) {
            report.at(status);
        }
    }
}
