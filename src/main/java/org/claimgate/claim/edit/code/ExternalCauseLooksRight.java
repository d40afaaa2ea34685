package org.claimgate.claim.edit.code;

import java.util.regex.Pattern;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Diagnosis;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2300.HI-ABN.010",
        snip = Snip.CODES,
        status = "A7:509",
        field = "/claimInformation/externalCauseOfInjuries/*/externalCauseOfInjury",
        message = "the code of an external cause: one from V00 to Y99",
        source = "NCHS, ICD-10-CM, chapter 20")
public final class ExternalCauseLooksRight implements Check.OfDiagnosis {

    private static final Pattern CAUSE = Pattern.compile("[V-Y].*");

    @Override
    public void check(Diagnosis diagnosis, Report report) {
        boolean cause = diagnosis.is(Diagnosis.Role.EXTERNAL_CAUSE)
                && diagnosis.qualifier().is("ABN");
        if (cause && diagnosis.code().differsFrom(CAUSE)) {
            report.at(diagnosis.code());
        }
    }
}
