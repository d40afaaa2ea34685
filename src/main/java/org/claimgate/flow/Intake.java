package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.claimgate.claim.ClaimReader;
import org.claimgate.flow.Admission.Candidate;
import org.claimgate.flow.Admission.Made;
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
    private final PartnerDocuments documents;
    private final SenderClaims senders;
    private final Admission admission;

    /**
     * @param documents in which claims may come that are no JSON
     * @param senders who write claim JSON of their own
     */
    public Intake(Ledger ledger, PartnerDocuments documents, SenderClaims senders, Admission admission) {
        this.ledger = ledger;
        this.documents = documents;
        this.senders = senders;
        this.admission = admission;
    }

    /** Takes in all claims of a body, or none of them when the ledger fails; in the order of the body. */
    public List<Receipt> accept(Handover handover) {
        List<Candidate> candidates = documents
                .recognize(handover.sender(), handover.fileName(), PartnerDocuments.beginning(handover.body()))
                .filter(mapping -> mapping.becomes() == PartnerDocuments.Kind.CLAIMS)
                .findFirst()
                .map(mapping -> new HandedInDocument(handover, mapping, admission).candidates())
                .orElseGet(() -> ofJson(handover));
        Failpoint.INTAKE_READ.reached();
        List<Receipt> receipts = ledger.durably(() -> candidates.stream()
                .map(candidate -> write(handover.source(), candidate))
                .toList());
        Failpoint.INTAKE_COMMITTED.reached();
        LOG.info(
                "Took in {} claims from {}: {} refused, {} handed in before",
                receipts.size(),
                handover.sender(),
                receipts.stream().filter(Receipt::refused).count(),
                receipts.stream().filter(Receipt::duplicate).count());
        return receipts;
    }

    private Receipt write(Source source, Candidate candidate) {
        Receipt receipt = admission.take(source, candidate);
        Failpoint.INTAKE_WRITTEN.reached();
        return receipt;
    }

    private List<Candidate> ofJson(Handover handover) {
        SenderClaims.Mapping mapping = senders.of(handover.sender());
        String body = ContentHash.of(handover.body());
        return ClaimReader.read(handover.body()).stream()
                .map(item -> item.json() == null
                        ? admission.unreadable(handover.sender(), item.ordinal(), body, item.issue())
                        : candidate(handover.sender(), item.ordinal(), item.json(), mapping))
                .toList();
    }

    private Candidate candidate(String sender, int ordinal, ObjectNode json, SenderClaims.Mapping mapping) {
        SenderClaims.Mapped mapped = mapping.map(json);
        return mapped.claim() == null
                ? admission.unmapped(sender, ordinal, json, List.of(mapped.issue()), mapping.name())
                : admission.judge(sender, new Made(ordinal, json, mapped.claim(), mapping.name()));
    }
}
