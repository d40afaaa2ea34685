package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2300.CL102.010",
        snip = Snip.SITUATION,
        status = "A6:229",
        field = "/claimInformation/claimCodeInformation/admissionSourceCode",
        message = "where a patient who was admitted came from",
        fix = "Give the point of origin, 9 where it is not known.",
        source = "005010X223A2, CL102")
public final class AdmissionHasSource implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Field source = claim.admission().field("admissionSourceCode");
        if (claim.isInpatient() && claim.admission().isThere() && source.isAbsent()) {
            report.at(source);
        }
    }
}
