package org.claimgate.claim.edit.code;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2400.SV101-3.010",
        institutional = "2400.SV202-3.010",
        snip = Snip.CODES,
        status = "A7:453",
        field = "/claimInformation/serviceLines/*/{service}/procedureModifiers/*",
        message = "a modifier: two capital letters or digits",
        source = "CMS, HCPCS Level II; AMA, CPT")
public final class ModifierLooksRight implements Check.OfLine {

    @Override
    public void check(Line line, Report report) {
        for (Field modifier : line.modifiers()) {
            if (modifier.differsFrom(Formats.TWO_CHARACTERS)) {
                report.at(modifier);
            }
        }
    }
}
