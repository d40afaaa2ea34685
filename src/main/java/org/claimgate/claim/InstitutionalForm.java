package org.claimgate.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Map;

/** What the institutional vocabulary lets come in several shapes, and the nested lists that we keep flat. */
final class InstitutionalForm {

    private static final List<String> NESTED_LISTS = List.of(
            "otherDiagnosisInformationList",
            "otherProcedureInformationList",
            "occurrenceSpanInformations",
            "occurrenceInformationList",
            "valueInformationList",
            "conditionCodesList",
            "treatmentCodeInformationList");

    private static final Map<String, String> NUMBERS = Map.of(
            "0B", "stateLicenseNumber", "1G", "providerUpinNumber", "G2", "commercialNumber", "LU", "locationNumber");

    /** The second of the two schemas for a line's repricing, in the words of the first. */
    private static final Map<String, String> REPRICING = Map.of(
            "repricedOrganizationIdentifier", "repricedOrgIdentifier",
            "flatRateAmount", "repricedPerDiem",
            "apgCode", "repricedApprovedDRGCode",
            "apgAmount", "repricedApprovedAmount",
            "serviceIdQualifier", "productOrServiceIDQualifier",
            "measurementUnitCode", "repricedApprovedServiceUnitCode");

    /** The second of the two schemas for another payer's adjudication of a line, in the words of the first. */
    private static final Map<String, String> ADJUDICATION = Map.of(
            "serviceIdQualifier", "productOrServiceIDQualifier",
            "procedureModifiers", "procedureModifier",
            "bundledOrUnbundledLineNumber", "bundledLineNumber",
            "claimPaidDate", "adjudicationOrPaymentDate",
            "claimAdjustment", "lineAdjustment");

    static void bring(Cursor top) {
        for (String name : List.of("billing", "attending", "rendering", "referring")) {
            nameNumber(top.child(name));
        }
        Cursor claim = top.child("claimInformation");
        claim.remove("signatureIndicator");
        claim.wrap("fileInformation");
        claim.child("claimSupplementalInformation").wrap("reportInformation", "reportInformations");
        NESTED_LISTS.forEach(claim::flatten);
        unwrapTreatments(claim);
        takeBillingNote(claim);
        claim.wrap("otherSubscriberInformation");
        for (Cursor other : claim.items("otherSubscriberInformation")) {
            other.rename("policyNumber", "groupNumber");
            other.child("otherPayerName").flag("otherPayerClaimAdjustmentIndicator", "Y", null);
        }
        claim.items("serviceLines").forEach(InstitutionalForm::bringLine);
    }

    private static void bringLine(Cursor line) {
        Cursor dates = line.child("serviceLineDateInformation");
        dates.remove("validDateInformation");
        dates.move("serviceDate", line, "serviceDate");
        dates.move("beginServiceDate", line, "serviceDate");
        dates.move("endServiceDate", line, "serviceDateEnd");
        Cursor references = line.child("serviceLineReferenceInformation");
        references.move("providerControlNumber", line, "lineItemControlNumber");
        references.move("repricedLineItemRefNumber", line, "repricedLineItemReferenceNumber");
        references.move("adjustedRepricedLineItemRefNumber", line, "adjustedRepricedLineItemReferenceNumber");
        line.rename("lineNoteText", "thirdPartyOrganizationNotes");
        line.rename("linePricingInformation", "lineRepricingInformation");
        REPRICING.forEach(line.child("lineRepricingInformation")::rename);
        line.rename("lineAdjustmentInformation", "lineAdjudicationInformation");
        line.wrap("lineAdjudicationInformation");
        for (Cursor adjudication : line.items("lineAdjudicationInformation")) {
            ADJUDICATION.forEach(adjudication::rename);
            adjudication.wrap("lineAdjustment");
        }
        line.child("lineSupplementInformation").move("reportInformation", line, "serviceLineSupplementalInformation");
        line.wrap("serviceLineSupplementalInformation");
        for (String emptied :
                List.of("serviceLineDateInformation", "serviceLineReferenceInformation", "lineSupplementInformation")) {
            if (line.object().path(emptied).isEmpty() && line.has(emptied)) {
                line.remove(emptied);
            }
        }
        for (String name : List.of("renderingProvider", "referringProvider")) {
            Cursor provider = line.child(name);
            provider.remove("providerType");
            nameNumber(provider);
            ProfessionalForm.listNumbers(provider, "referenceIdentification");
        }
    }

    /** A number with its qualifier beside it goes under the name of that qualifier. */
    private static void nameNumber(Cursor provider) {
        JsonNode qualifier = provider.object().get("secondaryIdentificationQualifierCode");
        String name = qualifier == null ? null : NUMBERS.get(qualifier.asText());
        if (name != null && provider.has("secondaryIdentifier") && !provider.has(name)) {
            provider.rename("secondaryIdentifier", name);
            provider.remove("secondaryIdentificationQualifierCode");
        }
    }

    private static void unwrapTreatments(Cursor claim) {
        if (claim.object().get("treatmentCodeInformationList") instanceof ArrayNode treatments) {
            for (int i = 0; i < treatments.size(); i++) {
                if (treatments.get(i).has("treatmentCode")) {
                    treatments.set(i, treatments.get(i).get("treatmentCode"));
                }
            }
        }
    }

    /** The guide has one note of this kind, the vocabulary two names for it. */
    private static void takeBillingNote(Cursor claim) {
        Cursor notes = claim.child("claimNotes");
        if (notes.object().get("additionalInformation") instanceof ArrayNode texts
                && texts.size() == 1
                && !claim.has("billingNote")) {
            claim.object().set("billingNote", texts.get(0));
            claim.pointers()
                    .place(
                            claim.pointers().sent(Pointers.child(notes.pointer(), "additionalInformation") + "/0"),
                            Pointers.child(claim.pointer(), "billingNote"));
            notes.remove("additionalInformation");
            if (notes.object().isEmpty()) {
                claim.remove("claimNotes");
            }
        }
    }

    private InstitutionalForm() {}
}
