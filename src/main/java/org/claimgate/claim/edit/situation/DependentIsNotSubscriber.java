package org.claimgate.claim.edit.situation;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.ClaimLoop;
import org.claimgate.claim.edit.Party;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "*.NM1.010",
        in = ClaimLoop.PATIENT,
        snip = Snip.SITUATION,
        severity = Severity.WARN,
        status = "A7:156",
        field = "*",
        message = "a dependent who is somebody else than the subscriber",
        fix = "Leave the dependent out where the subscriber is the patient.",
        source = "005010X222A1 and 005010X223A2, 2000C")
public final class DependentIsNotSubscriber implements Check.OfParty {

    @Override
    public void check(Party party, Report report) {
        Party subscriber = party.claim().party(ClaimLoop.SUBSCRIBER);
        if (party.lastName().isSameAs(subscriber.lastName())
                && party.firstName().isSameAs(subscriber.firstName())
                && party.birthDate().isSameAs(subscriber.birthDate())) {
            report.at(party.part());
        }
    }
}
