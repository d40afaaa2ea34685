package org.claimgate.claim.edit.code;

import java.util.regex.Pattern;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2400.SV201.010",
        snip = Snip.CODES,
        status = "A7:455",
        field = "/claimInformation/serviceLines/*/institutionalService/serviceLineRevenueCode",
        message = "a revenue code: four digits, with the zero in front",
        source = "NUBC, revenue codes")
public final class RevenueCodeHasFourDigits implements Check.OfLine {

    private static final Pattern FOUR_DIGITS = Pattern.compile("\\d{4}");

    @Override
    public void check(Line line, Report report) {
        if (line.revenueCode().differsFrom(FOUR_DIGITS)) {
            report.at(line.revenueCode());
        }
    }
}
