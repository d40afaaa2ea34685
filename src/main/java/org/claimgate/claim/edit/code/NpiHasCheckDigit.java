package org.claimgate.claim.edit.code;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Party;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;
import org.claimgate.guide.Npi;

@Rule(
        id = "*.NM109.010",
        snip = Snip.CODES,
        status = "A7:562:*",
        field = {"*/npi", "*/identificationCode"},
        message = "an NPI: ten digits, the last one a check digit",
        fix = "Look the provider up in the NPI registry (npiregistry.cms.hhs.gov) and correct the number.",
        source = "CMS, NPI check digit; ISO/IEC 7812",
        received = false)
public final class NpiHasCheckDigit implements Check.OfParty {

    @Override
    public void check(Party party, Report report) {
        if (party.npi().isThere() && !Npi.isValid(party.npi().text())) {
            report.at(party.npi());
        }
    }
}
