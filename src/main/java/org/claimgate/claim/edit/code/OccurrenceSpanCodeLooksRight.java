package org.claimgate.claim.edit.code;

import java.util.regex.Pattern;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Part;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2300.HI-BI.010",
        snip = Snip.CODES,
        status = "A7:721",
        field = "/claimInformation/occurrenceSpanInformations/*/occurrenceSpanCode",
        message = "an occurrence span code: M0 to MZ, or 70 to 99",
        source = "NUBC, occurrence span codes")
public final class OccurrenceSpanCodeLooksRight implements Check.OfClaim {

    private static final Pattern SPAN = Pattern.compile("[7-9]\\d|[M-Z][0-9A-Z]");

    @Override
    public void check(Claim claim, Report report) {
        for (Part span : claim.information().items("occurrenceSpanInformations")) {
            Field code = span.field("occurrenceSpanCode");
            if (code.differsFrom(SPAN)) {
                report.at(code);
            }
        }
    }
}
