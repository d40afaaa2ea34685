package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.claimgate.claim.StatusRequest;
import org.claimgate.guide.Issue;
import org.claimgate.ledger.StoredInquiry;
import org.claimgate.response.Outcome;

/**
 * TA1 and 999 that speak of questions: one that takes them in is no news of a claim; one that turns them down says that no
 * answer will come, and leaves the claims where they stand.
 */
final class InquiryAcknowledgments {

    private final Answering answering;

    InquiryAcknowledgments(Answering answering) {
        this.answering = answering;
    }

    /** Tells of the TA1 of an interchange; false when nothing was asked in it. */
    boolean interchange(long interchange, Outcome outcome, ObjectNode document) {
        return tell(answering.ledger().inquiries().ofInterchange(interchange), outcome, outcome.issues(), document);
    }

    /**
     * Tells of the verdict on the one set of a group; false when nothing was asked in it.
     *
     * @param functionalIdentifier GS01 of the group that is answered
     * @param issues of the set
     */
    boolean group(String functionalIdentifier, String group, Outcome outcome, List<Issue> issues, ObjectNode document) {
        boolean questions = answering
                .guides()
                .forVocabulary(StatusRequest.VOCABULARY)
                .functionalIdentifier()
                .equals(functionalIdentifier);
        return questions
                && tell(answering.ledger().inquiries().ofGroup(answering.partner(), group), outcome, issues, document);
    }

    private boolean tell(List<StoredInquiry> inquiries, Outcome outcome, List<Issue> issues, ObjectNode document) {
        if (outcome.isRejection()) {
            Outcome refusal = outcome.ofQuestion();
            for (StoredInquiry inquiry : inquiries) {
                Finding finding = Finding.of(refusal, document).with(issues).naming("trackingNumber", inquiry.trace());
                answering.ledger().inquiries().answered(inquiry, refusal.kind(), answering.file());
                answering.ledger().claims().find(inquiry.claim()).ifPresent(claim -> answering.status(claim, finding));
            }
        }
        return !inquiries.isEmpty();
    }
}
