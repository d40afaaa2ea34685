package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Part;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2300.HI-ABJ.010",
        snip = Snip.SITUATION,
        status = "A6:232",
        field = "/claimInformation/admittingDiagnosis",
        message = "the admitting diagnosis of a stay in a hospital",
        source = "005010X223A2, 2300 HI*ABJ")
public final class InpatientBillHasAdmittingDiagnosis implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Part admitting = claim.information().part("admittingDiagnosis");
        if (claim.isHospitalInpatient() && !admitting.isThere()) {
            report.at(admitting);
        }
    }
}
