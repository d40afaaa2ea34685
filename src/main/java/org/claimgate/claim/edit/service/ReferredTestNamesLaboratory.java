package org.claimgate.claim.edit.service;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2400.REF-F4.010",
        snip = Snip.SERVICE,
        severity = Severity.WARN,
        status = "A6:630",
        field = "/claimInformation/serviceLines/*/serviceLineReferenceInformation/referringCliaNumber",
        message = "the CLIA number of the laboratory that did the test: modifier 90 says that it was another",
        source = "CMS, Medicare Claims Processing Manual, chapter 16")
public final class ReferredTestNamesLaboratory implements Check.OfLine {

    @Override
    public void check(Line line, Report report) {
        Field number = line.part().part("serviceLineReferenceInformation").field("referringCliaNumber");
        if (line.claim().isMedicare() && line.hasModifier("90") && number.isAbsent()) {
            report.at(number);
        }
    }
}
