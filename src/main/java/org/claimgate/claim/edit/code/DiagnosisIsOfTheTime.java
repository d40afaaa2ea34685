package org.claimgate.claim.edit.code;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.CodeSet;
import org.claimgate.claim.edit.CodeSets;
import org.claimgate.claim.edit.Diagnosis;
import org.claimgate.claim.edit.Period;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2300.HI-ABF.020",
        snip = Snip.CODES,
        status = {"A7:255", "A7:700"},
        field = {"/claimInformation/healthCareCodeInformation/*/diagnosisCode", "/claimInformation/…"},
        message = "a diagnosis that was valid on a day of service: this one is %s",
        fix =
                "Give the code that was valid on the day of service, of a stay on the last day of the statement; one that was divided needs a further character.",
        source = "NCHS, ICD-10-CM yearly updates")
public final class DiagnosisIsOfTheTime implements Check.OfDiagnosis {

    @Override
    public void check(Diagnosis diagnosis, Report report) {
        CodeSets codes = diagnosis.claim().codes();
        Period period = codes.periodWithout(
                CodeSet.DIAGNOSIS_PERIOD, diagnosis.code(), diagnosis.firstDay(), diagnosis.lastDay());
        if (diagnosis.isIcd10() && period != null) {
            report.at(diagnosis.code(), period);
        }
    }
}
