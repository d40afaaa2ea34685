package org.claimgate.claim.edit.service;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2400.SV202-2.040",
        snip = Snip.SERVICE,
        status = "A7:507",
        field = "/claimInformation/serviceLines/*/institutionalService/procedureCode",
        message = "the HCPCS code of the drug: revenue code 0636 is for drugs that are coded in detail",
        fix = "Give the code, or revenue code 0250 of a drug that has none.",
        source = "NUBC, revenue code 0636")
public final class DetailedDrugHasProcedure implements Check.OfLine {

    @Override
    public void check(Line line, Report report) {
        boolean outpatient = line.claim().isBill("13", "14", "83", "85");
        if (outpatient && line.revenueCode().is("0636") && line.procedure().isAbsent()) {
            report.at(line.procedure());
        }
    }
}
