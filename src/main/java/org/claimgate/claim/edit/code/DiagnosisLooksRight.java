package org.claimgate.claim.edit.code;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Diagnosis;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2300.HI-ABF.010",
        snip = Snip.CODES,
        status = "A7:255",
        field = {"/claimInformation/healthCareCodeInformation/*/diagnosisCode", "/claimInformation/…"},
        message = "an ICD code of its form: without decimal point, a letter and two to six characters in ICD-10-CM",
        source = "NCHS, ICD-10-CM")
public final class DiagnosisLooksRight implements Check.OfDiagnosis {

    @Override
    public void check(Diagnosis diagnosis, Report report) {
        if (!diagnosis.is(Diagnosis.Role.PRINCIPAL) && diagnosis.code().differsFrom(Formats.icd(diagnosis))) {
            report.at(diagnosis.code());
        }
    }
}
