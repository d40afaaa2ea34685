package org.claimgate.claim.edit.balancing;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2300.AMT-F5.010",
        snip = Snip.BALANCING,
        status = {"A7:693", "A7:183:QC"},
        field = "/claimInformation/patientAmountPaid",
        message = "an amount that is not below zero",
        fix = "Leave the amount out where the patient paid nothing.",
        source = "005010X222A1, 2300 AMT")
public final class PatientPaymentIsNotNegative implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Field amount = claim.field("patientAmountPaid");
        if (amount.isNegative()) {
            report.at(amount);
        }
    }
}
