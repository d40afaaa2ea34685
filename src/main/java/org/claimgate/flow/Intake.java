package org.claimgate.flow;

import java.util.ArrayList;
import java.util.List;
import org.claimgate.claim.ClaimReader;
import org.claimgate.flow.Admission.Candidate;
import org.claimgate.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes claims in. Every claim gets an id and is on disk before anybody is told: READY, or REFUSED with all that is wrong
 * with it. The same content from the same sender is one claim, whatever happens in between.
 */
public final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Ledger ledger;
    private final Admission admission;

    public Intake(Ledger ledger, Admission admission) {
        this.ledger = ledger;
        this.admission = admission;
    }

    /** Takes in all claims of a body, or none of them when the ledger fails; in the order of the body. */
    public List<Receipt> accept(Handover handover) {
        List<Candidate> candidates = new ArrayList<>();
        for (ClaimReader.Item item : ClaimReader.read(handover.body())) {
            candidates.add(candidate(handover, item));
        }
        List<Receipt> receipts = ledger.durably(() -> candidates.stream()
                .map(candidate -> admission.take(handover.source(), candidate))
                .toList());
        LOG.info(
                "Took in {} claims from {}: {} refused, {} handed in before",
                receipts.size(),
                handover.sender(),
                receipts.stream().filter(Receipt::refused).count(),
                receipts.stream().filter(Receipt::duplicate).count());
        return receipts;
    }

    private Candidate candidate(Handover handover, ClaimReader.Item item) {
        int ordinal = item.ordinal();
        return item.json() == null
                ? admission.unreadable(
                        handover.sender(), ordinal, ContentHash.of(handover.body(), ordinal), item.issue())
                : admission.judge(handover.sender(), ordinal, item.json());
    }
}
