package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.ClaimLoop;
import org.claimgate.claim.edit.Party;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "*.N301.010",
        in = ClaimLoop.SUBSCRIBER,
        snip = Snip.SITUATION,
        status = "A6:126:*",
        field = "*/address",
        message = "an address: the subscriber is the patient",
        source = "005010X222A1 and 005010X223A2, 2010BA N3 and N4",
        received = false)
public final class PatientWhoSubscribesHasAddress implements Check.OfParty {

    @Override
    public void check(Party party, Report report) {
        boolean patient = !party.claim().party(ClaimLoop.PATIENT).isThere();
        if (patient && !party.address().isThere()) {
            report.at(party.address());
        }
    }
}
