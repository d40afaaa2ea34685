package org.claimgate.claim.edit.situation;

import java.util.regex.Pattern;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Diagnosis;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2300.HI-ABK.040",
        snip = Snip.SITUATION,
        severity = Severity.WARN,
        status = "A6:688",
        field = "/claimInformation/…/presentOnAdmissionIndicator",
        message = "whether the diagnosis was present on admission",
        fix = "Give Y, N, U or W; only diagnoses that are exempt have none.",
        source = "005010X223A2, HI01-9")
public final class HospitalDiagnosisWasPresent implements Check.OfDiagnosis {

    /** Most of the codes that the list of exempt ones has. */
    private static final Pattern OFTEN_EXEMPT = Pattern.compile("[V-Z].*");

    @Override
    public void check(Diagnosis diagnosis, Report report) {
        boolean counted = diagnosis.is(Diagnosis.Role.PRINCIPAL) || diagnosis.is(Diagnosis.Role.OTHER);
        boolean stay = diagnosis.claim().isHospitalInpatient();
        if (stay
                && counted
                && diagnosis.presentOnAdmission().isAbsent()
                && !diagnosis.code().looksLike(OFTEN_EXEMPT)) {
            report.at(diagnosis.presentOnAdmission());
        }
    }
}
