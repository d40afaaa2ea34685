package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
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
    public void take(int record, ObjectNode document) {
        ReportedStatus status = ReportedStatus.of(document);
        Finding finding = finding(status, document);
        List<StoredClaim> claims = claims(status);
        for (StoredClaim claim : claims) {
            if (!status.payerClaimControlNumber().isEmpty()) {
                answering.ledger().claims().payerControlNumber(claim.id(), status.payerClaimControlNumber());
            }
            answering.status(claim, finding);
        }
        if (claims.isEmpty()) {
            answering.unmatchedStatus(status.patientControlNumber(), finding);
        }
    }

    private List<StoredClaim> claims(ReportedStatus status) {
        return status.namesClaim()
                ? correlation.claim(status).map(List::of).orElse(List.of())
                : correlation.of(status.sent());
    }

    private static Finding finding(ReportedStatus status, ObjectNode document) {
        ReportedStatus.Sent sent = status.sent();
        return Finding.of(status.outcome(), document)
                .naming("payerClaimControlNumber", status.payerClaimControlNumber())
                .naming("clearinghouseTraceNumber", status.clearinghouseTraceNumber())
                .naming("batchReference", sent.batchReference())
                .naming("interchangeControlNumber", sent.interchangeControlNumber())
                .naming("groupControlNumber", sent.groupControlNumber())
                .naming("transactionSetControlNumber", sent.transactionSetControlNumber());
    }
}
