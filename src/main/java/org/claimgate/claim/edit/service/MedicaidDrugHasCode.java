package org.claimgate.claim.edit.service;

import java.util.regex.Pattern;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2410.LIN03.020",
        snip = Snip.SERVICE,
        severity = Severity.WARN,
        status = "A6:218",
        field = "/claimInformation/serviceLines/*/drugIdentification/nationalDrugCode",
        message = "the national drug code of a drug that Medicaid pays for",
        source = "Deficit Reduction Act of 2005, section 6002")
public final class MedicaidDrugHasCode implements Check.OfLine {

    private static final Pattern DRUG = Pattern.compile("J[0-9]\\d{3}");

    @Override
    public void check(Line line, Report report) {
        if (line.claim().filing().is("MC")
                && line.isProcedureLike(DRUG)
                && line.drugCode().isAbsent()) {
            report.at(line.drugCode());
        }
    }
}
