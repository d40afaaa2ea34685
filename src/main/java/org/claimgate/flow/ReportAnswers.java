package org.claimgate.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.claimgate.flow.PartnerDocuments.Origin;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.response.ReportedStatus;

/** A partner's own report: speaks of a claim, or of all claims of a batch, set, group, interchange or file. */
final class ReportAnswers implements OtherDocuments.Results {

    private final Answering answering;
    private final Correlation correlation;

    ReportAnswers(Answering answering) {
        this.answering = answering;
        this.correlation = new Correlation(answering.ledger(), answering.partner());
    }

    @Override
    public void take(Origin origin, ObjectNode document) {
        ReportedStatus status = ReportedStatus.of(document);
        Finding finding = finding(status, status.namesClaim() ? document : bounded(document));
        List<StoredClaim> claims = claims(status);
        for (StoredClaim claim : claims) {
            answering.status(claim.named(status.payerClaimControlNumber()), finding);
        }
        acknowledged(status);
        if (claims.isEmpty()) {
            answering.unmatchedStatus(status.patientControlNumber(), finding);
        }
    }

    /** Each claim of a set is told all that is said of the set. */
    private static ObjectNode bounded(ObjectNode document) {
        JsonNode messages = document.path(ReportedStatus.MESSAGES);
        if (messages.size() <= ReportedStatus.MOST_MESSAGES) {
            return document;
        }
        ObjectNode shorter = document.deepCopy();
        ArrayNode kept = shorter.putArray(ReportedStatus.MESSAGES);
        for (int i = 0; i < ReportedStatus.MOST_MESSAGES; i++) {
            kept.add(messages.get(i));
        }
        return shorter;
    }

    private List<StoredClaim> claims(ReportedStatus status) {
        return status.namesClaim()
                ? correlation.claim(status).map(List::of).orElse(List.of())
                : correlation.of(status.sent());
    }

    /** A set of which a report speaks as a whole. */
    private void acknowledged(ReportedStatus status) {
        ReportedStatus.Sent sent = status.sent();
        if (!status.namesClaim() && !sent.transactionSetControlNumber().isEmpty()) {
            answering
                    .ledger()
                    .interchanges()
                    .setAcknowledged(
                            answering.partner(),
                            sent.groupControlNumber(),
                            sent.transactionSetControlNumber(),
                            status.outcome().kind());
        }
    }

    private Finding finding(ReportedStatus status, ObjectNode document) {
        ReportedStatus.Sent sent = status.sent();
        return Finding.of(status.outcome(), document)
                .correcting(answering.rejections().of(status.outcome().issues()))
                .naming("payerClaimControlNumber", status.payerClaimControlNumber())
                .naming("clearinghouseTraceNumber", status.clearinghouseTraceNumber())
                .naming("batchReference", sent.batchReference())
                .naming("interchangeControlNumber", sent.interchangeControlNumber())
                .naming("groupControlNumber", sent.groupControlNumber())
                .naming("transactionSetControlNumber", sent.transactionSetControlNumber());
    }
}
