package org.claimgate.claim.edit.code;

import java.util.regex.Pattern;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2400.SV202-2.030",
        snip = Snip.CODES,
        status = "A7:513",
        field = "/claimInformation/serviceLines/*/institutionalService/procedureCode",
        message = "a HIPPS code: five capital letters or digits",
        source = "CMS, HIPPS codes")
public final class HippsCodeLooksRight implements Check.OfLine {

    private static final Pattern HIPPS = Pattern.compile("[A-Z0-9]{5}");

    @Override
    public void check(Line line, Report report) {
        if (line.procedureQualifier().is("HP") && line.procedure().differsFrom(HIPPS)) {
            report.at(line.procedure());
        }
    }
}
