package org.claimgate.claim.edit.code;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.ClaimLoop;
import org.claimgate.claim.edit.Party;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "*.N301.010",
        in = ClaimLoop.BILLING,
        snip = Snip.CODES,
        status = "A7:503:*",
        field = {"*/address/address1", "*/address/address2"},
        message = "a street address, not a post office box",
        fix = "Give the street address here and the box as pay-to address.",
        source = "005010X222A1 and 005010X223A2, 2010AA N3")
public final class BillingAddressIsStreet implements Check.OfParty {

    private static final Pattern BOX = Pattern.compile(
            "\\bP\\W{0,2}O\\W{0,2}B(OX(?![A-Z])|\\W?\\d)|\\bPOST OFFICE BOX|^\\W*LOCK\\s?BOX(?![A-Z])",
            Pattern.CASE_INSENSITIVE);

    @Override
    public void check(Party party, Report report) {
        Stream.of("address1", "address2")
                .map(party.address()::field)
                .filter(line -> BOX.matcher(line.text()).find())
                .forEach(report::at);
    }
}
