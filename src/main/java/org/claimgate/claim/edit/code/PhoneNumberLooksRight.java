package org.claimgate.claim.edit.code;

import java.util.regex.Pattern;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.ClaimLoop;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Party;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "*.PER04.010",
        in = {ClaimLoop.SUBMITTER, ClaimLoop.BILLING},
        snip = Snip.CODES,
        severity = Severity.WARN,
        status = "A7:127:*",
        field = "*/contactInformation/phoneNumber",
        message = "ten digits, neither the area code nor the exchange beginning with 0 or 1",
        source = "005010X222A1 and 005010X223A2, PER04")
public final class PhoneNumberLooksRight implements Check.OfParty {

    private static final Pattern PHONE = Pattern.compile("([2-9]\\d{2}){2}\\d{4}");

    @Override
    public void check(Party party, Report report) {
        Field phone = party.contact().field("phoneNumber");
        if (phone.differsFrom(PHONE)) {
            report.at(phone);
        }
    }
}
