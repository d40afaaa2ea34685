package org.claimgate.flow;

import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.claimgate.claim.Claims;
import org.claimgate.guide.Guides;
import org.claimgate.ledger.Ledger;
import org.claimgate.partner.Partners;

/** No mappings of other documents: every file is read as X12. */
final class X12Alone {

    static final PartnerDocuments NO_MAPPINGS = (partner, fileName, beginning) -> Stream.empty();

    private X12Alone() {}

    static OtherDocuments of(Ledger ledger, Guides guides) {
        Admission nobody = new Admission(
                ledger, new Claims(guides, Clock.systemUTC()), Partners.load(Path.of("partners")), Clock.systemUTC());
        return new OtherDocuments(NO_MAPPINGS, nobody);
    }
}
