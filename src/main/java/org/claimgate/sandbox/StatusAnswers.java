package org.claimgate.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Guides;

/** Says how far claims have come that were asked for: the 277 to the 276 of accepted sets. */
final class StatusAnswers {

    /** Vocabulary of the questions. */
    static final String QUESTIONS = "claim-status-request";

    /** Where a question keeps the payer's number when it is a plan id (NM108 XV). */
    private static final String PLAN_ID = "2100A.NM1*PR.9";

    private static final String[] NAMES = {"lastName", "organizationName", "firstName", "middleName", "suffix"};

    private final Guide guide;
    private final KnownClaims known;

    StatusAnswers(Guides guides, KnownClaims known) {
        this.guide = guides.forVocabulary("claim-status-response");
        this.known = known;
    }

    Guide guide() {
        return guide;
    }

    /** One set for every accepted set of questions, in it one document for every question. */
    List<ObjectNode> answer(ReceivedInterchange received, Reply reply) {
        List<ObjectNode> documents = new ArrayList<>();
        int ordinal = 0;
        for (ReceivedGroup group : received.groups()) {
            for (ReceivedSet set : group.acceptedSets()) {
                ordinal += set.questions().isEmpty() ? 0 : 1;
                for (ObjectNode question : set.questions()) {
                    documents.add(answer(question, reply, ordinal));
                }
            }
        }
        return documents;
    }

    private ObjectNode answer(ObjectNode question, Reply reply, int ordinal) {
        ObjectNode document = reply.document(guide, ordinal);
        Fields fields = Fields.of(document)
                .put(
                        "referenceIdentification",
                        question.at("/envelope/batchReference").asText())
                .put("transactionSetCreationDate", reply.date())
                .put("transactionSetCreationTime", reply.time());
        fields.in("payer")
                .put("organizationName", question.path("tradingPartnerName").asText())
                .put(
                        "payerIdentification",
                        question.path("tradingPartnerServiceId").asText())
                .put(
                        "centersForMedicareAndMedicaidServicePlanId",
                        question.path("x12").path(PLAN_ID).asText());
        for (String party : List.of("informationReceiver", "providers")) {
            document.set(party, question.path(party).deepCopy());
        }
        fields.in("subscriber")
                .copy(question.path("subscriber"), NAMES)
                .copy(question.path("subscriber"), "memberId", "standardHealthId", "employerId");
        if (question.has("dependent")) {
            fields.in("dependent").copy(question.path("dependent"), NAMES);
        }
        status(fields, question.path("encounter"), reply);
        return document;
    }

    private void status(Fields fields, JsonNode asked, Reply reply) {
        Fields claim = fields.in("claimStatus")
                .copy(asked, "trackingNumber", "billingType", "patientAccountNumber", "clearingHouseClaimNumber");
        String begin = asked.path("beginningDateOfService").asText();
        if (asked.has("endDateOfService")) {
            claim.put("claimServiceBeginDate", begin)
                    .put("claimServiceEndDate", asked.path("endDateOfService").asText());
        } else {
            claim.put("claimServiceDate", begin);
        }
        Fields status = fields.item("claimStatuses");
        find(asked).ifPresentOrElse(found -> known(found, claim, status), () -> unknown(asked, status, reply));
    }

    private Optional<KnownClaim> find(JsonNode asked) {
        return known.byPayerNumber(asked.path("tradingPartnerClaimNumber").asText())
                .or(() -> known.bySubmitterNumber(
                        asked.path("clearingHouseClaimNumber").asText()))
                .or(() ->
                        known.byPatientNumber(asked.path("patientAccountNumber").asText()));
    }

    private static void known(KnownClaim found, Fields claim, Fields status) {
        claim.put("tradingPartnerClaimNumber", found.payerControlNumber());
        status.put("statusCategoryCode", found.category())
                .put("statusCode", found.status())
                .put("entityCode", found.entity())
                .put("effectiveDate", found.day())
                .put("submittedAmount", found.charge())
                .put("amountPaid", found.paid());
        if (!found.paid().isEmpty() && !found.paid().equals("0")) {
            status.put("paidDate", found.day())
                    .put("checkIssueDate", found.day())
                    .put("checkNumber", found.trace());
        }
    }

    /** A4:35, the claim was not found. */
    private static void unknown(JsonNode asked, Fields status, Reply reply) {
        status.put("statusCategoryCode", "A4")
                .put("statusCode", "35")
                .put("effectiveDate", reply.date())
                .put("submittedAmount", asked.path("submittedAmount").asText());
    }
}
