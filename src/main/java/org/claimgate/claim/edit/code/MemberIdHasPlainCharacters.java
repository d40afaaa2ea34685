package org.claimgate.claim.edit.code;

import java.util.regex.Pattern;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.ClaimLoop;
import org.claimgate.claim.edit.Party;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "*.NM109.050",
        in = ClaimLoop.SUBSCRIBER,
        snip = Snip.CODES,
        severity = Severity.WARN,
        status = "A7:164:*",
        field = "*/memberId",
        message = "letters and digits only",
        fix = "Give the id as it stands on the insurance card, without blanks and punctuation.",
        source = "payers' companion guides")
public final class MemberIdHasPlainCharacters implements Check.OfParty {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9-]+");

    @Override
    public void check(Party party, Report report) {
        if (party.memberId().differsFrom(PLAIN)) {
            report.at(party.memberId());
        }
    }
}
