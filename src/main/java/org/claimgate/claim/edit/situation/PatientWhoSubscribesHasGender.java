package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.ClaimLoop;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Party;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "*.DMG03.010",
        in = ClaimLoop.SUBSCRIBER,
        snip = Snip.SITUATION,
        status = "A6:157:*",
        field = "*/gender",
        message = "a gender: the subscriber is the patient",
        fix = "Give F, M or, where it is not known, U.",
        source = "005010X222A1 and 005010X223A2, 2010BA DMG",
        received = false)
public final class PatientWhoSubscribesHasGender implements Check.OfParty {

    @Override
    public void check(Party party, Report report) {
        boolean patient = !party.claim().party(ClaimLoop.PATIENT).isThere();
        Field gender = party.part().field("gender");
        if (patient && gender.isAbsent()) {
            report.at(gender);
        }
    }
}
