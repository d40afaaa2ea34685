package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.ledger.StoredInquiry;
import org.claimgate.response.SentClaim;
import org.claimgate.response.StatusResponse;

/** 277 to a question of ours: speaks of a claim, or of all that was asked of a provider or in a request. */
final class InquiryAnswers implements AnswerKind {

    private final Answering answering;
    private final Correlation correlation;

    InquiryAnswers(Answering answering) {
        this.answering = answering;
        this.correlation = new Correlation(answering.ledger(), answering.partner());
    }

    @Override
    public String vocabulary() {
        return StatusResponse.VOCABULARY;
    }

    @Override
    public void handle(ObjectNode document) {
        StatusResponse answer = StatusResponse.of(document);
        List<StoredInquiry> inquiries = inquiries(answer);
        List<StoredClaim> claims = claims(answer, inquiries);
        for (StoredInquiry inquiry : inquiries) {
            ledger().inquiries().answered(inquiry, answer.outcome().kind(), answering.file());
        }
        for (StoredClaim claim : claims) {
            status(answer, claim, document);
        }
        if (claims.isEmpty()) {
            Finding finding = finding(answer, document, null).naming("batchReference", answer.batchReference());
            answering.unmatchedStatus(answer.patientControlNumber(), finding);
        }
    }

    private List<StoredInquiry> inquiries(StatusResponse answer) {
        if (answer.level() != StatusResponse.Level.CLAIM) {
            return answer.batchReference().isEmpty()
                    ? List.of()
                    : ledger().inquiries().ofBatch(answering.partner(), answer.batchReference()).stream()
                            .filter(inquiry -> concerns(answer, inquiry))
                            .toList();
        }
        Optional<StoredInquiry> inquiry = answer.trackingNumber().isEmpty()
                ? Optional.empty()
                : ledger().inquiries().byTrace(answering.partner(), answer.trackingNumber());
        return inquiry.map(List::of).orElse(List.of());
    }

    private boolean concerns(StatusResponse answer, StoredInquiry inquiry) {
        return answer.level() == StatusResponse.Level.REQUEST
                || ledger().claims()
                        .find(inquiry.claim())
                        .filter(claim -> correlation.billedBy(claim, answer.provider()))
                        .isPresent();
    }

    /** Payers answer for claims that were not asked for, and leave the trace out: then the claim's own numbers tell. */
    private List<StoredClaim> claims(StatusResponse answer, List<StoredInquiry> inquiries) {
        List<StoredClaim> claims = new ArrayList<>();
        for (StoredInquiry inquiry : inquiries) {
            ledger().claims().find(inquiry.claim()).ifPresent(claims::add);
        }
        if (claims.isEmpty() && answer.level() == StatusResponse.Level.CLAIM) {
            correlation.claim(answer).ifPresent(claims::add);
        }
        return claims;
    }

    private void status(StatusResponse answer, StoredClaim claim, ObjectNode document) {
        answering.status(
                claim.named(answer.payerClaimControlNumber()), finding(answer, document, answering.sent(claim)));
    }

    private Finding finding(StatusResponse answer, ObjectNode document, SentClaim sent) {
        return Finding.of(answer.outcome(), document)
                .complaining(answer.complaints(document, answering.rejections(), sent))
                .naming("trackingNumber", answer.trackingNumber())
                .naming("payerClaimControlNumber", answer.payerClaimControlNumber())
                .naming("clearinghouseTraceNumber", answer.clearinghouseClaimNumber());
    }

    private Ledger ledger() {
        return answering.ledger();
    }
}
