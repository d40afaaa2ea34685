package org.claimgate.claim.edit.code;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.ClaimLoop;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Party;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "*.REF-SY.010",
        in = {ClaimLoop.BILLING, ClaimLoop.SUBSCRIBER, ClaimLoop.PATIENT},
        snip = Snip.CODES,
        status = "A7:148:*",
        field = "*/ssn",
        message = "a social security number: nine digits, without hyphens",
        source = "005010X222A1 and 005010X223A2, REF*SY")
public final class SocialSecurityNumberHasNineDigits implements Check.OfParty {

    @Override
    public void check(Party party, Report report) {
        Field number = party.part().field("ssn");
        if (number.differsFrom(Formats.NINE_DIGITS)) {
            report.at(number);
        }
    }
}
