package org.claimgate.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Guides;
import org.claimgate.sandbox.Wish.Status;

/** Says which claims are taken in for payment: the 277CA of one accepted set. */
final class ClaimAcknowledgments {

    private static final String ACCEPT = "WQ";
    private static final String REJECT = "U";

    private final Guide guide;

    ClaimAcknowledgments(Guides guides) {
        guide = guides.forVocabulary("claim-acknowledgment");
    }

    Guide guide() {
        return guide;
    }

    /**
     * The documents of one set: one for every claim that is answered, or one for the whole batch when that is refused.
     *
     */
    List<ObjectNode> answer(DecidedSet decided, Reply reply, int ordinal) {
        ReceivedSet set = decided.set();
        if (decided.isRefused()) {
            return List.of(refusedBatch(set, reply, ordinal));
        }
        List<Decision> decisions = decided.decisions();
        List<ObjectNode> documents = new ArrayList<>();
        for (Decision decision : decisions) {
            ObjectNode document = batch(set, reply, ordinal);
            receiverStatus(
                    document,
                    List.of(new Status("A1", "19", "PR")),
                    ACCEPT,
                    total(decisions, true).add(total(decisions, false)),
                    reply);
            totals(document, decisions);
            claim(document, decision, reply);
            documents.add(document);
        }
        return documents;
    }

    private ObjectNode refusedBatch(ReceivedSet set, Reply reply, int ordinal) {
        ObjectNode document = batch(set, reply, ordinal);
        BigDecimal charged = Money.sum(set.claims().stream().map(Claim::charge).toList());
        Status notApproved = new Status("A3", "24", "41");
        receiverStatus(document, Wish.of(set.claims().get(0)).orElse(notApproved), REJECT, charged, reply);
        Fields.of(document)
                .in("receiverTotals")
                .put("rejectedClaimCount", set.claims().size())
                .put("rejectedAmount", Money.text(charged));
        return document;
    }

    /** Everything around the claims. */
    private ObjectNode batch(ReceivedSet set, Reply reply, int ordinal) {
        ObjectNode document = reply.document(guide, ordinal);
        Claim first = set.claims().get(0);
        String trace = reply.controlNumber() + "-" + ordinal;
        Fields fields = Fields.of(document)
                .put("referenceIdentification", trace)
                .put("transactionSetCreationDate", reply.date())
                .put("transactionSetCreationTime", reply.time())
                .put("transmissionTraceNumber", trace)
                .put("receiptDate", reply.date())
                .put("processDate", reply.date())
                .put("claimTransactionBatchNumber", first.batchReference());
        fields.in("payer")
                .put("entityIdentifierCode", "AY")
                .put("organizationName", "SANDBOX CLEARINGHOUSE")
                .put("etin", reply.interchange().senderId());
        JsonNode submitter = first.document().path("submitter");
        fields.in("provider")
                .copy(submitter, "organizationName", "lastName", "firstName", "middleName")
                .put("etin", first.submitterId());
        return document;
    }

    private static void receiverStatus(
            ObjectNode document, List<Status> statuses, String action, BigDecimal charged, Reply reply) {
        Fields group = Fields.of(document)
                .item("providerClaimStatuses")
                .put("statusInformationEffectiveDate", reply.date())
                .put("statusInformationActionCode", action)
                .put("totalClaimChargeAmount", Money.text(charged));
        put(statuses, group, "providerStatuses");
    }

    private static void totals(ObjectNode document, List<Decision> decisions) {
        Fields totals = Fields.of(document).in("receiverTotals");
        long accepted = decisions.stream().filter(Decision::accepted).count();
        if (accepted > 0) {
            totals.put("acceptedClaimCount", accepted).put("acceptedAmount", Money.text(total(decisions, true)));
        }
        if (accepted < decisions.size()) {
            totals.put("rejectedClaimCount", decisions.size() - accepted)
                    .put("rejectedAmount", Money.text(total(decisions, false)));
        }
    }

    private static BigDecimal total(List<Decision> decisions, boolean accepted) {
        return Money.sum(decisions.stream()
                .filter(decision -> decision.accepted() == accepted)
                .map(decision -> decision.claim().charge())
                .toList());
    }

    private static void claim(ObjectNode document, Decision decision, Reply reply) {
        Claim claim = decision.claim();
        Fields fields = Fields.of(document);
        fields.in("serviceProvider")
                .copy(claim.billing(), "organizationName", "lastName", "firstName", "middleName", "suffix", "npi");
        fields.put("providerOFServiceInformationTraceIdentifier", "0");
        fields.in("subscriber")
                .copy(claim.patient(), "lastName", "firstName", "middleName", "suffix")
                .copy(claim.subscriber(), "memberId");
        Fields status = fields.in("claimStatus")
                .put("referencedTransactionTraceNumber", claim.patientControlNumber())
                .put("tradingPartnerClaimNumber", decision.payerControlNumber())
                .put("clearinghouseTraceNumber", claim.traceNumber())
                .put("billTypeIdentifier", claim.billType());
        if (claim.firstDay().equals(claim.lastDay())) {
            status.put("claimServiceDate", claim.firstDay());
        } else {
            status.put("claimServiceBeginDate", claim.firstDay()).put("claimServiceEndDate", claim.lastDay());
        }
        Fields group = status.item("informationClaimStatuses")
                .put("statusInformationEffectiveDate", reply.date())
                .put("statusInformationActionCode", decision.accepted() ? ACCEPT : REJECT)
                .put("totalClaimChargeAmount", Money.text(claim.charge()));
        put(decision.ofClaim(), group, "informationStatuses");
        if (decision.line() > 0 && decision.line() <= claim.lines().size()) {
            line(fields.item("serviceLines"), decision, claim.lines().get(decision.line() - 1), reply);
        }
    }

    private static void line(Fields fields, Decision decision, Claim.ServiceLine line, Reply reply) {
        fields.in("service")
                .put("serviceIdQualifierCode", line.procedure().isEmpty() ? "NU" : line.procedureQualifier())
                .put("procedureCode", line.procedure().isEmpty() ? line.revenueCode() : line.procedure())
                .put("chargeAmount", Money.text(line.charge()));
        fields.put("lineItemControlNumber", line.controlNumber());
        Fields group = fields.item("serviceClaimStatuses")
                .put("statusInformationEffectiveDate", reply.date())
                .put("statusInformationActionCode", REJECT);
        put(decision.statuses(), group, "serviceStatuses");
        fields.put("serviceLineDate", line.firstDay());
    }

    private static void put(List<Status> statuses, Fields group, String list) {
        for (Status status : statuses) {
            group.item(list)
                    .put("healthCareClaimStatusCategoryCode", status.category())
                    .put("statusCode", status.status())
                    .put("entityIdentifierCode", status.entity());
        }
    }
}
