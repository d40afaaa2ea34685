package org.claimgate.claim.edit.situation;

import java.util.HashSet;
import java.util.Set;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Diagnosis;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2300.HI-ABF.030",
        institutional = "2300.HI-ABF.030",
        snip = Snip.SITUATION,
        status = "A7:255",
        field = {
            "/claimInformation/healthCareCodeInformation/*/diagnosisCode",
            "/claimInformation/otherDiagnosisInformationList/*/otherDiagnosisCode"
        },
        message = "a diagnosis that the claim does not have already",
        fix = "Give each diagnosis once, and let the lines point to it.",
        source = "ICD-10-CM Official Guidelines, I.B.8")
public final class DiagnosesDiffer implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Set<String> codes = new HashSet<>();
        for (Diagnosis diagnosis : claim.diagnoses()) {
            boolean counted = diagnosis.is(Diagnosis.Role.PRINCIPAL) || diagnosis.is(Diagnosis.Role.OTHER);
            if (counted
                    && diagnosis.code().isThere()
                    && !codes.add(diagnosis.code().text())) {
                report.at(diagnosis.code());
            }
        }
    }
}
