package org.claimgate.claim.edit.situation;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2400.SV104.010",
        institutional = "2400.SV205.010",
        snip = Snip.SITUATION,
        status = "A7:476",
        field = "/claimInformation/serviceLines/*/{service}/serviceUnitCount",
        message = "more than zero units",
        source = "005010X222A1 and 005010X223A2, SV104 and SV205")
public final class UnitsAreMoreThanZero implements Check.OfLine {

    /** Leave of absence, and the lines that carry the code of a prospective payment. */
    private static final Pattern WITHOUT_UNITS = Pattern.compile("018\\d|002[234]");

    @Override
    public void check(Line line, Report report) {
        BigDecimal units = line.units().number();
        boolean withoutUnits = line.revenueCode().looksLike(WITHOUT_UNITS);
        if (units != null && (units.signum() < 0 || (units.signum() == 0 && !withoutUnits))) {
            report.at(line.units());
        }
    }
}
