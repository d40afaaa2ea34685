package org.claimgate.claim.edit.code;

import java.util.regex.Pattern;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.ClaimLoop;
import org.claimgate.claim.edit.Party;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "*.N403.010",
        in = {ClaimLoop.BILLING, ClaimLoop.SERVICE_FACILITY},
        snip = Snip.CODES,
        status = "A7:500:*",
        field = "*/address/postalCode",
        message = "a ZIP code of nine digits, without hyphen",
        fix = "Look the four further digits up at tools.usps.com.",
        source = "005010X222A1 and 005010X223A2, N403",
        received = false)
public final class ZipHasNineDigits implements Check.OfParty {

    private static final Pattern NINE = Pattern.compile("\\d{9}");

    @Override
    public void check(Party party, Report report) {
        if (party.isDomestic() && party.zip().differsFrom(NINE)) {
            report.at(party.zip());
        }
    }
}
