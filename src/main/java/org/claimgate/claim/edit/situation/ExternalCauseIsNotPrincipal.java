package org.claimgate.claim.edit.situation;

import java.util.regex.Pattern;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Diagnosis;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2300.HI-ABK.020",
        snip = Snip.SITUATION,
        status = "A7:254",
        field = {
            "/claimInformation/healthCareCodeInformation/0/diagnosisCode",
            "/claimInformation/principalDiagnosis/principalDiagnosisCode"
        },
        message = "an illness or injury as principal diagnosis, not its external cause",
        fix = "Put the code of the injury first; codes from V to Y say only how it came about.",
        source = "ICD-10-CM Official Guidelines, I.C.20")
public final class ExternalCauseIsNotPrincipal implements Check.OfDiagnosis {

    private static final Pattern CAUSE = Pattern.compile("[V-Y]\\d.+");

    @Override
    public void check(Diagnosis diagnosis, Report report) {
        if (diagnosis.is(Diagnosis.Role.PRINCIPAL)
                && diagnosis.isIcd10()
                && diagnosis.code().looksLike(CAUSE)) {
            report.at(diagnosis.code());
        }
    }
}
