package org.claimgate.claim.edit.service;

import java.math.BigDecimal;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2410.CTP04.010",
        snip = Snip.SERVICE,
        status = "A7:724",
        field = "/claimInformation/serviceLines/*/drugIdentification/nationalDrugUnitCount",
        message = "more than nothing of the drug",
        fix =
                "Give the quantity in the unit of measurementUnitCode: milliliters (ML), grams (GR), milligrams (ME), international units (F2) or pieces (UN).",
        source = "005010X222A1 and 005010X223A2, CTP04")
public final class DrugHasQuantity implements Check.OfLine {

    @Override
    public void check(Line line, Report report) {
        BigDecimal quantity = line.drugQuantity().number();
        if (quantity != null && quantity.signum() <= 0) {
            report.at(line.drugQuantity());
        }
    }
}
