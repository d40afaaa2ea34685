package org.claimgate.claim.edit.situation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2400.SV1.010",
        snip = Snip.SITUATION,
        severity = Severity.WARN,
        status = "A3:54",
        field = "/claimInformation/serviceLines/*",
        message =
                "a line that differs from the others: one with the same procedure, modifiers, day and place is there already",
        fix = "Bill what was done several times in one line with its units, or with the modifier that says so.",
        source = "CMS, Medicare Claims Processing Manual, chapter 1")
public final class LinesDiffer implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Set<List<Object>> lines = new HashSet<>();
        for (Line line : claim.lines()) {
            List<Object> service = List.of(
                    line.procedure().text(),
                    line.service().part("procedureModifiers").json(),
                    line.begin().text(),
                    line.placeOfService().text(),
                    line.charge().text(),
                    line.drugCode().text());
            if (line.procedure().isThere() && !lines.add(service)) {
                report.at(line.part());
            }
        }
    }
}
