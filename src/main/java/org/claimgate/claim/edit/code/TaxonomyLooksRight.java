package org.claimgate.claim.edit.code;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.ClaimLoop;
import org.claimgate.claim.edit.Party;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "*.PRV03.010",
        in = {ClaimLoop.BILLING_LEVEL, ClaimLoop.RENDERING, ClaimLoop.ATTENDING, ClaimLoop.LINE_RENDERING},
        snip = Snip.CODES,
        status = "A7:145:*",
        field = "*/taxonomyCode",
        message = "a taxonomy code: ten characters, three digits first, a letter last",
        fix = "Take the code from the provider's entry in the NPI registry.",
        source = "NUCC, provider taxonomy")
public final class TaxonomyLooksRight implements Check.OfParty {

    @Override
    public void check(Party party, Report report) {
        if (party.taxonomy().differsFrom(Formats.TAXONOMY)) {
            report.at(party.taxonomy());
        }
    }
}
