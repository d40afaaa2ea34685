package org.claimgate.claim.edit.service;

import java.util.regex.Pattern;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2400.SV204.010",
        snip = Snip.SERVICE,
        severity = Severity.WARN,
        status = "A7:659",
        field = "/claimInformation/serviceLines/*/institutionalService/measurementUnit",
        message = "days (DA) of room and board",
        source = "NUBC, revenue codes 010x to 021x")
public final class RoomIsInDays implements Check.OfLine {

    private static final Pattern ROOM = Pattern.compile("0(1[0-79]|20|21)\\d");

    @Override
    public void check(Line line, Report report) {
        if (line.revenueCode().looksLike(ROOM) && line.unit().is("UN")) {
            report.at(line.unit());
        }
    }
}
