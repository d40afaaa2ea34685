package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2300.CLM11-4.010",
        snip = Snip.SITUATION,
        status = "A6:750",
        field = "/claimInformation/autoAccidentStateCode",
        message = "the state in which the auto accident happened, or the country",
        fix = "Give the state's two letters; of an accident abroad, autoAccidentCountryCode.",
        source = "005010X222A1, CLM11-4")
public final class AutoAccidentHasState implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        boolean auto = claim.information().texts("relatedCausesCode").stream().anyMatch(cause -> cause.is("AA"));
        Field state = claim.field("autoAccidentStateCode");
        if (auto && state.isAbsent() && claim.field("autoAccidentCountryCode").isAbsent()) {
            report.at(state);
        }
    }
}
