package org.claimgate.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Guides;

/** Says what was paid: an 835 with one set for every payer and payee. */
final class Remittances {

    /** CLP06 of the guide; other filing indicators of a claim are reported as ZZ. */
    private static final Set<String> FILING_INDICATORS = Set.of(
            "12", "13", "14", "15", "16", "17", "AM", "CH", "DS", "HM", "LM", "MA", "MB", "MC", "OF", "TV", "VA", "WC");

    private static final String PAYER_COMPANY = "1999999999";

    private final Guide guide;

    Remittances(Guides guides) {
        guide = guides.forVocabulary("claim-payment");
    }

    Guide guide() {
        return guide;
    }

    List<ObjectNode> answer(List<Payment> payments, Reply reply) {
        Map<String, List<Payment>> checks = payments.stream()
                .collect(Collectors.groupingBy(Remittances::check, LinkedHashMap::new, Collectors.toList()));
        List<ObjectNode> documents = new ArrayList<>();
        int ordinal = 0;
        for (List<Payment> check : checks.values()) {
            ordinal++;
            documents.addAll(check(check, reply, ordinal));
        }
        return documents;
    }

    private static String check(Payment payment) {
        return payment.claim().payerId() + " "
                + payment.claim().billing().path("npi").asText("");
    }

    /**
     * One set. A total below zero cannot be paid: the 835 then pays nothing and carries the rest forward (PLB FB, negative
     * because it leaves this 835).
     */
    private List<ObjectNode> check(List<Payment> payments, Reply reply, int ordinal) {
        BigDecimal total = Money.sum(payments.stream().map(Payment::paid).toList());
        BigDecimal paid = total.max(BigDecimal.ZERO);
        String trace = "SBX" + reply.controlNumber() + String.format("%03d", ordinal);
        List<ObjectNode> documents = new ArrayList<>();
        for (Payment payment : payments) {
            ObjectNode document = head(payments.get(0).claim(), paid, trace, reply, ordinal);
            claim(document, payment, reply);
            documents.add(document);
        }
        if (total.signum() < 0) {
            ObjectNode closing = head(payments.get(0).claim(), paid, trace, reply, ordinal);
            Fields adjustment = Fields.of(closing)
                    .item("providerAdjustments")
                    .put(
                            "providerIdentifier",
                            payments.get(0).claim().billing().path("npi").asText(""))
                    .put("fiscalPeriodDate", reply.now().getYear() + "1231");
            adjustment
                    .item("adjustments")
                    .put("adjustmentReasonCode", "FB")
                    .put("providerAdjustmentIdentifier", trace)
                    .put("providerAdjustmentAmount", Money.text(total));
            documents.add(closing);
        }
        return documents;
    }

    /** Everything around the claims of one set. */
    private ObjectNode head(Claim claim, BigDecimal paid, String trace, Reply reply, int ordinal) {
        ObjectNode document = reply.document(guide, ordinal);
        Fields fields = Fields.of(document).put("productionDate", reply.date());
        financial(fields.in("financialInformation"), paid, reply);
        fields.in("paymentAndRemitReassociationDetails")
                .put("traceTypeCode", "1")
                .put("checkOrEFTTraceNumber", trace)
                .put("originatingCompanyIdentifier", PAYER_COMPANY);
        Fields payer = fields.in("payer")
                .put("name", claim.payerName().isEmpty() ? claim.payerId() : claim.payerName())
                .put("payerIdentificationNumber", claim.payerId());
        payer.in("address")
                .put("address1", "1 SANDBOX WAY")
                .put("city", "HARTFORD")
                .put("state", "CT")
                .put("postalCode", "061030000");
        Fields contact = payer.item("technicalContactInformation").put("contactName", "SANDBOX HELP DESK");
        contact.item("contactMethods").put("phone", "8005550100");
        fields.in("payee")
                .put("name", payeeName(claim))
                .put("npi", claim.billing().path("npi").asText(""))
                .put(
                        "federalTaxPayersIdentificationNumber",
                        claim.billing().path("employerId").asText(""));
        return document;
    }

    private static void financial(Fields financial, BigDecimal paid, Reply reply) {
        boolean isPaid = paid.signum() > 0;
        financial
                .put("transactionHandlingCode", isPaid ? "I" : "H")
                .put("totalActualProviderPaymentAmount", Money.text(paid))
                .put("creditOrDebitFlagCode", "C")
                .put("paymentMethodCode", isPaid ? "ACH" : "NON")
                .put("checkIssueOrEFTEffectiveDate", reply.date());
        if (isPaid) {
            financial.put("paymentFormatCode", "CCP").put("payerIdentifier", PAYER_COMPANY);
            financial
                    .in("senderAccountDetails")
                    .put("senderDfiIdNumberQualifier", "01")
                    .put("senderDFIIdentifier", "999999992")
                    .put("senderAccountNumberQualifier", "DA")
                    .put("senderAccountNumber", "123456");
            financial
                    .in("receiverAccountDetails")
                    .put("receiverDfiIdNumberQualifier", "01")
                    .put("receiverDfiIdentificationNumber", "999988880")
                    .put("receiverAccountNumberQualifier", "DA")
                    .put("receiverAccountNumber", "98765");
        }
    }

    private static String payeeName(Claim claim) {
        String organization = claim.billing().path("organizationName").asText("");
        return organization.isEmpty() ? claim.billing().path("lastName").asText("") : organization;
    }

    private static void claim(ObjectNode document, Payment payment, Reply reply) {
        Claim claim = payment.claim();
        Fields fields = Fields.of(document).put("assignedNumber", "1");
        String filing = claim.text("/claimInformation/claimFilingCode");
        fields.in("claimPaymentInfo")
                .put("patientControlNumber", claim.patientControlNumber())
                .put("claimStatusCode", payment.claimStatus())
                .put("totalClaimChargeAmount", Money.text(payment.charge()))
                .put("claimPaymentAmount", Money.text(payment.paid()))
                .put("patientResponsibilityAmount", patientResponsibility(payment))
                .put("claimFilingIndicatorCode", FILING_INDICATORS.contains(filing) ? filing : "ZZ")
                .put("payerClaimControlNumber", payment.payerControlNumber())
                .put("facilityTypeCode", claim.text("/claimInformation/placeOfServiceCode"))
                .put("claimFrequencyCode", claim.text("/claimInformation/claimFrequencyCode"))
                .put(
                        "diagnosisRelatedGroupDRGCode",
                        claim.text("/claimInformation/diagnosisRelatedGroupInformation/drugRelatedGroupCode"));
        adjustments(fields, "claimAdjustments", payment.adjustments());
        Fields patient =
                fields.in("patientName").copy(claim.patient(), "lastName", "firstName", "middleName", "suffix");
        if (claim.hasDependent()) {
            fields.in("subscriber")
                    .copy(claim.subscriber(), "lastName", "firstName", "middleName", "suffix", "memberId");
        } else {
            patient.copy(claim.subscriber(), "memberId");
        }
        fields.put("claimReceivedDate", reply.date());
        if (claim.isInstitutional()) {
            fields.put("claimStatementPeriodStart", claim.firstDay()).put("claimStatementPeriodEnd", claim.lastDay());
        }
        payment.lines().forEach(line -> line(fields.item("serviceLines"), line, payment.isReversal()));
    }

    private static String patientResponsibility(Payment payment) {
        BigDecimal owed = payment.patientResponsibility();
        return payment.isReversal() || owed.signum() == 0 ? "" : Money.text(owed);
    }

    private static void line(Fields fields, Payment.Line line, boolean isReversal) {
        Claim.ServiceLine submitted = line.submitted();
        Fields service = fields.in("servicePaymentInformation");
        if (submitted.procedure().isEmpty()) {
            service.put("productOrServiceIDQualifier", "NU").put("adjudicatedProcedureCode", submitted.revenueCode());
        } else {
            service.put("productOrServiceIDQualifier", submitted.procedureQualifier())
                    .put("adjudicatedProcedureCode", submitted.procedure())
                    .put("nationalUniformBillingCommitteeRevenueCode", submitted.revenueCode());
            submitted.modifiers().forEach(modifier -> service.add("adjudicatedProcedureModifierCodes", modifier));
        }
        service.put("lineItemChargeAmount", Money.text(line.charge()))
                .put("lineItemProviderPaymentAmount", Money.text(line.paid()))
                .put("unitsOfServicePaidCount", submitted.units());
        if (submitted.firstDay().equals(submitted.lastDay())) {
            fields.put("serviceDate", submitted.firstDay());
        } else {
            fields.put("serviceStartDate", submitted.firstDay()).put("serviceEndDate", submitted.lastDay());
        }
        adjustments(fields, "serviceAdjustments", line.adjustments());
        fields.put("lineItemControlNumber", submitted.controlNumber());
        if (!isReversal) {
            fields.in("serviceSupplementalAmounts").put("allowedActual", Money.text(line.allowed()));
        }
    }

    private static void adjustments(Fields fields, String name, List<Adjustment> adjustments) {
        Map<String, List<Adjustment>> groups = adjustments.stream()
                .collect(Collectors.groupingBy(Adjustment::group, LinkedHashMap::new, Collectors.toList()));
        groups.forEach((group, members) -> {
            Fields item = fields.item(name).put("claimAdjustmentGroupCode", group);
            members.forEach(member ->
                    item.item("adjustments").put("reason", member.reason()).put("amount", Money.text(member.amount())));
        });
    }
}
