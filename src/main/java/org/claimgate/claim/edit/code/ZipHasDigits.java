package org.claimgate.claim.edit.code;

import java.util.regex.Pattern;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.ClaimLoop;
import org.claimgate.claim.edit.Party;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "*.N403.020",
        in = {ClaimLoop.SUBSCRIBER, ClaimLoop.PATIENT, ClaimLoop.LINE_FACILITY, ClaimLoop.LINE_ORDERING},
        snip = Snip.CODES,
        status = "A7:500:*",
        field = "*/address/postalCode",
        message = "a ZIP code of five or nine digits, without hyphen",
        fix = "Correct it; of an address abroad, give the countryCode.",
        source = "005010X222A1 and 005010X223A2, N403")
public final class ZipHasDigits implements Check.OfParty {

    private static final Pattern FIVE_OR_NINE = Pattern.compile("\\d{5}(\\d{4})?");

    @Override
    public void check(Party party, Report report) {
        if (party.isDomestic() && party.zip().differsFrom(FIVE_OR_NINE)) {
            report.at(party.zip());
        }
    }
}
