package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2300.CL103.020",
        snip = Snip.SITUATION,
        doubt = "of type of bill 21x",
        status = "A7:234",
        field = "/claimInformation/claimCodeInformation/patientStatusCode",
        message = "a patient status that goes with frequency %s",
        fix =
                "A patient who is still there (30) has an interim bill, frequency 2 or 3; one who has left has any other status and frequency 1 or 4.",
        source = "005010X223A2, CL103; CMS, Medicare Claims Processing Manual, chapter 25")
public final class PatientStatusFitsFrequency implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Field status = claim.admission().field("patientStatusCode");
        boolean staying = status.is("30");
        boolean wrong =
                staying ? claim.frequency().is("1", "4") : claim.frequency().is("2", "3");
        if (claim.isBill("11", "18", "21") && status.isThere() && wrong) {
            report.doubting(claim.isBill("21")).at(status, claim.frequency().text());
        }
    }
}
