package org.claimgate.claim.edit.code;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.ClaimLoop;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2000A.PRV03.020",
        snip = Snip.CODES,
        severity = Severity.WARN,
        status = "A6:145:85",
        field = "/billing/taxonomyCode",
        message = "the billing provider's taxonomy code: most Medicaid payers ask for it",
        source = "Medicaid companion guides")
public final class BillingTaxonomyIsThere implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Field taxonomy = claim.party(ClaimLoop.BILLING).taxonomy();
        if (claim.filing().is("MC") && taxonomy.isAbsent()) {
            report.at(taxonomy);
        }
    }
}
