package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.response.ClaimAcknowledgment;
import org.claimgate.response.SentClaim;

/** 277CA: speaks of a claim, or of all claims of a provider or a batch where it stops there. */
final class ClaimAnswers implements AnswerKind {

    private final Answering answering;
    private final Correlation correlation;

    ClaimAnswers(Answering answering) {
        this.answering = answering;
        this.correlation = new Correlation(answering.ledger(), answering.partner());
    }

    @Override
    public String vocabulary() {
        return ClaimAcknowledgment.VOCABULARY;
    }

    @Override
    public void handle(ObjectNode document) {
        ClaimAcknowledgment answer = ClaimAcknowledgment.of(document);
        List<StoredClaim> claims = claims(answer);
        for (StoredClaim claim : claims) {
            status(answer, claim, document);
        }
        if (claims.isEmpty()) {
            Finding finding = finding(answer, document, null).naming("batchReference", answer.batchReference());
            answering.unmatchedStatus(answer.patientControlNumber(), finding);
        }
    }

    private List<StoredClaim> claims(ClaimAcknowledgment answer) {
        if (answer.level() != ClaimAcknowledgment.Level.CLAIM) {
            return correlation.ofBatch(answer);
        }
        Optional<StoredClaim> claim = correlation.claim(answer);
        return claim.map(List::of).orElse(List.of());
    }

    private void status(ClaimAcknowledgment answer, StoredClaim claim, ObjectNode document) {
        SentClaim sent = answer.outcome().isRejection() ? answering.sent(claim) : null;
        answering.status(claim.named(answer.payerClaimControlNumber()), finding(answer, document, sent));
    }

    private Finding finding(ClaimAcknowledgment answer, ObjectNode document, SentClaim sent) {
        return Finding.of(answer.outcome(), document)
                .complaining(answer.complaints(document, answering.rejections(), sent))
                .naming("payerClaimControlNumber", answer.payerClaimControlNumber())
                .naming("clearinghouseTraceNumber", answer.clearinghouseTraceNumber());
    }
}
