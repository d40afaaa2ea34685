package org.claimgate.claim.edit.code;

import java.util.regex.Pattern;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2400.SV101-2.010",
        institutional = "2400.SV202-2.010",
        snip = Snip.CODES,
        status = "A7:507",
        field = "/claimInformation/serviceLines/*/{service}/procedureCode",
        message = "a HCPCS or CPT code: five digits, four digits and a letter, or a letter and four digits",
        source = "CMS, HCPCS; AMA, CPT")
public final class ProcedureLooksRight implements Check.OfLine {

    private static final Pattern CODE = Pattern.compile("\\d{4}[0-9AFMTU]|[A-Z]\\d{4}");

    @Override
    public void check(Line line, Report report) {
        if (line.procedureQualifier().is("HC") && line.procedure().differsFrom(CODE)) {
            report.at(line.procedure());
        }
    }
}
