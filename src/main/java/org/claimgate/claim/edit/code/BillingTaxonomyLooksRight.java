package org.claimgate.claim.edit.code;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.ClaimLoop;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2000A.PRV03.010",
        snip = Snip.CODES,
        status = "A7:145:85",
        field = "/billing/taxonomyCode",
        message = "a taxonomy code: ten characters, three digits first, a letter last",
        fix = "Take the code from the provider's entry in the NPI registry.",
        source = "NUCC, provider taxonomy")
public final class BillingTaxonomyLooksRight implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Field taxonomy = claim.party(ClaimLoop.BILLING).taxonomy();
        if (taxonomy.differsFrom(Formats.TAXONOMY)) {
            report.at(taxonomy);
        }
    }
}
