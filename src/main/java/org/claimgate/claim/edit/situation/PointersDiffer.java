package org.claimgate.claim.edit.situation;

import java.util.HashSet;
import java.util.Set;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2400.SV107.020",
        snip = Snip.SITUATION,
        severity = Severity.WARN,
        status = "A7:477",
        field =
                "/claimInformation/serviceLines/*/professionalService/compositeDiagnosisCodePointers/diagnosisCodePointers/*",
        message = "a diagnosis that the line does not point to already",
        source = "005010X222A1, SV107")
public final class PointersDiffer implements Check.OfLine {

    @Override
    public void check(Line line, Report report) {
        Set<String> seen = new HashSet<>();
        for (Field pointer : line.diagnosisPointers()) {
            if (pointer.isThere() && !seen.add(pointer.text())) {
                report.at(pointer);
            }
        }
    }
}
