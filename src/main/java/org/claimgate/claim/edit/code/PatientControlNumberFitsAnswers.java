package org.claimgate.claim.edit.code;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2300.CLM01.010",
        snip = Snip.CODES,
        status = "A7:478",
        field = "/claimInformation/patientControlNumber",
        message = "at most 20 characters: payers need not return more",
        source = "005010X222A1 and 005010X223A2, CLM01",
        received = false)
public final class PatientControlNumberFitsAnswers implements Check.OfClaim {

    private static final int RETURNED = 20;

    @Override
    public void check(Claim claim, Report report) {
        Field number = claim.field("patientControlNumber");
        if (number.text().length() > RETURNED) {
            report.at(number);
        }
    }
}
