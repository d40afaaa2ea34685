package org.claimgate.claim.edit.balancing;

import java.math.BigDecimal;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2400.SV207.010",
        snip = Snip.BALANCING,
        severity = Severity.WARN,
        status = "A7:583",
        field = "/claimInformation/serviceLines/*/{service}/nonCoveredChargeAmount",
        message = "no more than the line's charge",
        source = "005010X223A2, SV207")
public final class NonCoveredChargeIsWithinCharge implements Check.OfLine {

    @Override
    public void check(Line line, Report report) {
        Field nonCovered = line.service().field("nonCoveredChargeAmount");
        BigDecimal charge = line.charge().number();
        BigDecimal part = nonCovered.number();
        if (charge != null && part != null && part.compareTo(charge) > 0) {
            report.at(nonCovered);
        }
    }
}
