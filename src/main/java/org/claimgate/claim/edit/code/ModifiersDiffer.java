package org.claimgate.claim.edit.code;

import java.util.HashSet;
import java.util.Set;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2400.SV101-3.020",
        institutional = "2400.SV202-3.020",
        snip = Snip.CODES,
        doubt = "of other payers than Medicare",
        status = "A7:453",
        field = "/claimInformation/serviceLines/*/{service}/procedureModifiers/*",
        message = "a modifier that the line does not have already",
        source = "CMS, CEDI front-end edits")
public final class ModifiersDiffer implements Check.OfLine {

    @Override
    public void check(Line line, Report report) {
        Set<String> seen = new HashSet<>();
        for (Field modifier : line.modifiers()) {
            if (modifier.isThere() && !seen.add(modifier.text())) {
                report.doubting(!line.claim().isMedicare()).at(modifier);
            }
        }
    }
}
