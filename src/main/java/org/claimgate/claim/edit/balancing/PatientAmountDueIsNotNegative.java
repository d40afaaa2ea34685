package org.claimgate.claim.edit.balancing;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2300.AMT-F3.010",
        snip = Snip.BALANCING,
        status = {"A7:693", "A7:565"},
        field = "/claimInformation/patientEstimatedAmountDue",
        message = "an amount that is not below zero",
        fix = "Leave the amount out where the patient owes nothing.",
        source = "005010X223A2, 2300 AMT")
public final class PatientAmountDueIsNotNegative implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Field amount = claim.field("patientEstimatedAmountDue");
        if (amount.isNegative()) {
            report.at(amount);
        }
    }
}
