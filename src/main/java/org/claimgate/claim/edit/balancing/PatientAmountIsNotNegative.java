package org.claimgate.claim.edit.balancing;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2300.AMT-F5.010",
        institutional = "2300.AMT-F3.010",
        snip = Snip.BALANCING,
        status = "A7:693",
        field = {"/claimInformation/patientAmountPaid", "/claimInformation/patientEstimatedAmountDue"},
        message = "an amount that is not below zero",
        fix = "Leave the amount out where the patient paid, or owes, nothing.",
        source = "005010X222A1 and 005010X223A2, AMT")
public final class PatientAmountIsNotNegative implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Field amount = claim.field(claim.isInstitutional() ? "patientEstimatedAmountDue" : "patientAmountPaid");
        if (amount.isNegative()) {
            report.at(amount);
        }
    }
}
