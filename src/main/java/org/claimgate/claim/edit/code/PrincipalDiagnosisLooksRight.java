package org.claimgate.claim.edit.code;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Diagnosis;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2300.HI-ABK.010",
        snip = Snip.CODES,
        status = "A7:254",
        field = {
            "/claimInformation/healthCareCodeInformation/0/diagnosisCode",
            "/claimInformation/principalDiagnosis/principalDiagnosisCode"
        },
        message = "an ICD code of its form: without decimal point, a letter and two to six characters in ICD-10-CM",
        source = "NCHS, ICD-10-CM")
public final class PrincipalDiagnosisLooksRight implements Check.OfDiagnosis {

    @Override
    public void check(Diagnosis diagnosis, Report report) {
        if (diagnosis.is(Diagnosis.Role.PRINCIPAL) && diagnosis.code().differsFrom(Formats.icd(diagnosis))) {
            report.at(diagnosis.code());
        }
    }
}
