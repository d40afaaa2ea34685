package org.claimgate.claim.edit.code;

import java.time.LocalDate;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.ClaimLoop;
import org.claimgate.claim.edit.Party;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "*.NM109.060",
        in = ClaimLoop.SUBSCRIBER,
        snip = Snip.CODES,
        severity = Severity.WARN,
        status = "A7:164:*",
        field = "*/memberId",
        message =
                "a Medicare beneficiary identifier: 11 characters, as 1EG4TE5MK73, without S, L, O, I, B, Z and without hyphens",
        fix = "Take it from the patient's Medicare card, or look it up with the Medicare contractor.",
        source = "CMS, Understanding the Medicare Beneficiary Identifier format")
public final class MedicareIdLooksRight implements Check.OfParty {

    /** From when on the older numbers are not taken any more. */
    private static final LocalDate REQUIRED = LocalDate.of(2020, 1, 1);

    @Override
    public void check(Party party, Report report) {
        LocalDate first = party.claim().firstDay();
        boolean since = first != null && !first.isBefore(REQUIRED);
        if (party.claim().isMedicare() && since && party.memberId().differsFrom(Formats.MEDICARE_ID)) {
            report.at(party.memberId());
        }
    }
}
