package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.response.InterchangeAcknowledgment;

/** TA1: speaks of all claims, or questions about claims, of the interchange with that ISA13. */
final class InterchangeAnswers implements AnswerKind {

    private final Answering answering;
    private final InquiryAcknowledgments questions;

    InterchangeAnswers(Answering answering) {
        this.answering = answering;
        this.questions = new InquiryAcknowledgments(answering);
    }

    @Override
    public String vocabulary() {
        return InterchangeAcknowledgment.VOCABULARY;
    }

    @Override
    public void handle(ObjectNode document) {
        InterchangeAcknowledgment answer = InterchangeAcknowledgment.of(document);
        Optional<StoredInterchange> interchange =
                answering.ledger().interchanges().find(answering.partner(), answer.interchange());
        interchange.ifPresent(sent -> answering
                .ledger()
                .interchanges()
                .acknowledged(sent.id(), answer.outcome().kind()));
        List<StoredClaim> claims = interchange
                .map(sent -> answering.ledger().claims().ofInterchange(sent.id()))
                .orElse(List.of());
        Finding finding = Finding.of(answer.outcome(), document)
                .correcting(answering.rejections().of(answer.outcome().issues()));
        for (StoredClaim claim : claims) {
            answering.status(claim, finding);
        }
        interchange.ifPresent(sent -> questions.interchange(sent.id(), answer.outcome(), document));
        if (interchange.isEmpty()) {
            answering.unmatchedStatus("", finding.naming("interchangeControlNumber", answer.interchange()));
        }
    }
}
