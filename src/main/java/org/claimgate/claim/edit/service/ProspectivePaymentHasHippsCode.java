package org.claimgate.claim.edit.service;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2400.SV202-1.010",
        snip = Snip.SERVICE,
        status = "A7:513",
        field = "/claimInformation/serviceLines/*/institutionalService/procedureIdentifier",
        message = "HP and a HIPPS code: revenue code %s is the rate of a prospective payment",
        source = "NUBC, revenue codes 0022 to 0024")
public final class ProspectivePaymentHasHippsCode implements Check.OfLine {

    @Override
    public void check(Line line, Report report) {
        Field qualifier = line.procedureQualifier();
        if (line.revenueCode().is("0022", "0023", "0024") && !qualifier.is("HP")) {
            report.at(qualifier, line.revenueCode().text());
        }
    }
}
