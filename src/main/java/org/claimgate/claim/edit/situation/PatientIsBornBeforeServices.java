package org.claimgate.claim.edit.situation;

import java.time.LocalDate;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.ClaimLoop;
import org.claimgate.claim.edit.Party;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "*.DMG02.010",
        in = {ClaimLoop.SUBSCRIBER, ClaimLoop.PATIENT},
        snip = Snip.SITUATION,
        status = "A7:158:*",
        field = "*/dateOfBirth",
        message = "a birth on or before the first day of service",
        source = "005010X222A1 and 005010X223A2, DMG02")
public final class PatientIsBornBeforeServices implements Check.OfParty {

    @Override
    public void check(Party party, Report report) {
        LocalDate birth = party.birthDate().date();
        LocalDate first = party.claim().firstDay();
        boolean patient = party.claim().patient().loop() == party.loop();
        if (patient && birth != null && first != null && birth.isAfter(first)) {
            report.at(party.birthDate());
        }
    }
}
