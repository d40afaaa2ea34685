package org.claimgate.claim.edit.code;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.ClaimLoop;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Party;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "*.REF-EI.010",
        in = ClaimLoop.BILLING,
        snip = Snip.CODES,
        status = "A7:128:*",
        field = "*/employerId",
        message = "an employer identification number: nine digits, without hyphen",
        source = "005010X222A1 and 005010X223A2, 2010AA REF*EI")
public final class TaxIdHasNineDigits implements Check.OfParty {

    @Override
    public void check(Party party, Report report) {
        Field id = party.part().field("employerId");
        if (id.differsFrom(Formats.NINE_DIGITS)) {
            report.at(id);
        }
    }
}
