package org.claimgate.claim.edit.situation;

import java.time.LocalDate;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.ClaimLoop;
import org.claimgate.claim.edit.Party;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "*.DMG02.020",
        in = {ClaimLoop.SUBSCRIBER, ClaimLoop.PATIENT},
        snip = Snip.SITUATION,
        status = "A7:158:*",
        field = "*/dateOfBirth",
        message = "the birth date of somebody who can be alive",
        source = "005010X222A1 and 005010X223A2, DMG02")
public final class BirthDateIsPossible implements Check.OfParty {

    private static final int OLDEST = 130;

    @Override
    public void check(Party party, Report report) {
        LocalDate birth = party.birthDate().date();
        LocalDate today = party.claim().today();
        boolean unborn = birth != null && birth.isAfter(today.plusDays(1));
        if (unborn || (birth != null && birth.isBefore(today.minusYears(OLDEST)))) {
            report.at(party.birthDate());
        }
    }
}
