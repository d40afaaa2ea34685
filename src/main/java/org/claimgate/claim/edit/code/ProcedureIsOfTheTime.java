package org.claimgate.claim.edit.code;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.CodeSet;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Period;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2400.SV101-2.020",
        institutional = "2400.SV202-2.020",
        snip = Snip.CODES,
        doubt = "of workers' compensation (WC) and auto insurance (AM), whose fee schedules may keep codes",
        status = "A7:507",
        field = "/claimInformation/serviceLines/*/{service}/procedureCode",
        message = "a code that was valid on the day of service: this one is %s",
        fix = "Give the code that was valid on the day of service.",
        source = "CMS, HCPCS quarterly updates")
public final class ProcedureIsOfTheTime implements Check.OfLine {

    @Override
    public void check(Line line, Report report) {
        Period period = line.periodWithout(CodeSet.PROCEDURE_PERIOD, line.procedure());
        boolean ownSchedule = line.claim().filing().is("WC", "AM");
        if (line.procedureQualifier().is("HC") && period != null) {
            report.doubting(ownSchedule).at(line.procedure(), period);
        }
    }
}
