package org.claimgate.claim.edit.code;

import java.util.regex.Pattern;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2410.LIN03.010",
        snip = Snip.CODES,
        status = "A7:218",
        field = "/claimInformation/serviceLines/*/drugIdentification/nationalDrugCode",
        message = "a national drug code: eleven digits (5-4-2), without hyphens",
        fix = "A code of ten digits gets a zero in front of the part that is short.",
        source = "005010X222A1 and 005010X223A2, LIN03")
public final class DrugCodeHasElevenDigits implements Check.OfLine {

    private static final Pattern ELEVEN_DIGITS = Pattern.compile("\\d{11}");

    @Override
    public void check(Line line, Report report) {
        Field qualifier = line.part().part("drugIdentification").field("serviceIdQualifier");
        boolean national = line.claim().isInstitutional() || qualifier.is("N4");
        if (national && line.drugCode().differsFrom(ELEVEN_DIGITS)) {
            report.at(line.drugCode());
        }
    }
}
