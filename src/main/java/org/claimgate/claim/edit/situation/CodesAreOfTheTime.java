package org.claimgate.claim.edit.situation;

import java.time.LocalDate;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Diagnosis;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2300.HI-ABK.030",
        snip = Snip.SITUATION,
        status = {"A7:255", "A7:700"},
        field = {"/claimInformation/healthCareCodeInformation/*/diagnosisTypeCode", "/claimInformation/…/qualifierCode"
        },
        message = "ICD-10-CM for services since 2015-10-01 and ICD-9-CM for those before",
        fix = "Correct the qualifier: ABK, ABF, ABJ, APR, ABN for ICD-10; BK, BF, BJ, PR, BN for ICD-9.",
        source = "45 CFR 162.1002")
public final class CodesAreOfTheTime implements Check.OfDiagnosis {

    private static final LocalDate ICD_10 = LocalDate.of(2015, 10, 1);

    @Override
    public void check(Diagnosis diagnosis, Report report) {
        LocalDate first = diagnosis.firstDay();
        LocalDate last = diagnosis.lastDay();
        if (first != null && last != null && diagnosis.qualifier().isThere()) {
            boolean wrong = diagnosis.isIcd10() ? last.isBefore(ICD_10) : !first.isBefore(ICD_10);
            if (wrong) {
                report.at(diagnosis.qualifier());
            }
        }
    }
}
