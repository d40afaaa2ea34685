package org.claimgate.claim.edit.situation;

import java.util.regex.Pattern;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2400.SV107.010",
        snip = Snip.SITUATION,
        status = "A7:477",
        field =
                "/claimInformation/serviceLines/*/professionalService/compositeDiagnosisCodePointers/diagnosisCodePointers/*",
        message = "the number of one of the claim's %s diagnoses",
        fix = "Point to a diagnosis by its place in healthCareCodeInformation, counted from 1, or add the diagnosis.",
        source = "005010X222A1, SV107")
public final class PointerIsToDiagnosis implements Check.OfLine {

    private static final Pattern NUMBER = Pattern.compile("[1-9]|1[0-2]");

    @Override
    public void check(Line line, Report report) {
        int diagnoses = line.claim().diagnoses().size();
        for (Field pointer : line.diagnosisPointers()) {
            if (diagnoses > 0 && pointer.looksLike(NUMBER) && Integer.parseInt(pointer.text()) > diagnoses) {
                report.at(pointer, diagnoses);
            }
        }
    }
}
