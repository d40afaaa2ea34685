package org.claimgate.claim.edit.service;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.CodeSet;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2400.SV101-7.010",
        institutional = "2400.SV202-7.010",
        snip = Snip.SERVICE,
        status = "A8:306",
        field = "/claimInformation/serviceLines/*/{service}/description",
        message = "a description: the procedure code says nothing by itself",
        fix = "Say in up to 80 characters what was done or supplied.",
        source = "CMS, list of codes not otherwise classified")
public final class UnspecifiedProcedureIsDescribed implements Check.OfLine {

    @Override
    public void check(Line line, Report report) {
        boolean unspecified = line.procedureQualifier().is("HC")
                && line.claim().codes().has(CodeSet.UNSPECIFIED_PROCEDURE, line.procedure());
        if (unspecified && line.description().isAbsent()) {
            report.at(line.description());
        }
    }
}
