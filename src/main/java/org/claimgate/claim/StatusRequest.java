package org.claimgate.claim;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.claimgate.guide.Guide;

/**
 * Asks how far a claim has come: the claim's payer, submitter, billing provider, patient, numbers, charge and dates in the
 * vocabulary of claim status requests. The claim is asked for as a whole, not line by line.
 */
public final class StatusRequest {

    public static final String VOCABULARY = "claim-status-request";

    /** DMG03 of the request has no place for an unknown gender. */
    private static final Set<String> GENDERS = Set.of("F", "M");

    private static final String CLAIM = "claimInformation";

    private final ObjectNode request = JsonNodeFactory.instance.objectNode();
    private final JsonNode claim;

    private StatusRequest(JsonNode claim) {
        this.claim = claim;
    }

    /**
     * The request for one claim, without an envelope.
     *
     * @param claim as it was written to the payer, with what the partner's profile added
     * @param guide that the claim was written by
     * @param trace number that the answer repeats (TRN02)
     * @param payerClaimControlNumber the payer's own number for the claim; null where it has given none
     */
    public static ObjectNode of(JsonNode claim, Guide guide, String trace, String payerClaimControlNumber) {
        StatusRequest request = new StatusRequest(claim);
        request.parties(ProfileFields.of(guide));
        request.patient();
        request.encounter(trace, payerClaimControlNumber);
        return request.request;
    }

    private void parties(ProfileFields fields) {
        copy(claim, request, "tradingPartnerName", "tradingPartnerServiceId");
        JsonNode submitter = claim.path("submitter");
        ObjectNode receiver = request.putObject("informationReceiver");
        copy(submitter, receiver, "organizationName", "lastName", "firstName", "middleName");
        put(receiver, "etin", claim.at(JsonPointer.compile(fields.submitterIdentification())));
        JsonNode billing = claim.path("billing");
        ObjectNode provider = request.putArray("providers").addObject();
        copy(billing, provider, "organizationName", "lastName", "firstName", "middleName", "suffix", "npi");
        if (!provider.has("npi")) {
            put(provider, "tin", billing.has("employerId") ? billing.path("employerId") : billing.path("ssn"));
        }
    }

    /** The patient's birth date and gender: the subscriber's or, if there is one, the dependent's. */
    private void patient() {
        JsonNode subscriber = claim.path("subscriber");
        ObjectNode asked = request.putObject("subscriber");
        copy(
                subscriber,
                asked,
                "lastName",
                "organizationName",
                "firstName",
                "middleName",
                "suffix",
                "memberId",
                "standardHealthId");
        JsonNode dependent = claim.path("dependent");
        if (dependent.isMissingNode()) {
            demographics(subscriber, asked);
            return;
        }
        ObjectNode patient = request.putObject("dependent");
        copy(dependent, patient, "lastName", "firstName", "middleName", "suffix");
        demographics(dependent, patient);
    }

    private static void demographics(JsonNode person, ObjectNode asked) {
        copy(person, asked, "dateOfBirth");
        if (GENDERS.contains(person.path("gender").asText()) && asked.has("dateOfBirth")) {
            copy(person, asked, "gender");
        }
    }

    private void encounter(String trace, String payerClaimControlNumber) {
        JsonNode information = claim.path(CLAIM);
        ObjectNode encounter = request.putObject("encounter");
        encounter.put("trackingNumber", trace);
        if (payerClaimControlNumber != null) {
            encounter.put("tradingPartnerClaimNumber", payerClaimControlNumber);
        }
        if (!statement("statementBeginDate").isMissingNode()) {
            encounter.put(
                    "billingType",
                    information.path("placeOfServiceCode").asText()
                            + information.path("claimFrequencyCode").asText());
        }
        put(encounter, "groupNumber", claim.at("/subscriber/groupNumber"));
        put(encounter, "patientAccountNumber", information.path("patientControlNumber"));
        put(encounter, "clearingHouseClaimNumber", information.at("/claimSupplementalInformation/claimNumber"));
        put(encounter, "submittedAmount", information.path("claimChargeAmount"));
        dates(encounter);
    }

    /** The statement's days, or those of the service lines. */
    private void dates(ObjectNode encounter) {
        List<String> days = new ArrayList<>();
        add(days, statement("statementBeginDate"));
        add(days, statement("statementEndDate"));
        if (days.isEmpty()) {
            for (JsonNode line : claim.path(CLAIM).path("serviceLines")) {
                add(days, line.path("serviceDate"));
                add(days, line.path("serviceDateEnd"));
            }
        }
        if (days.isEmpty()) {
            return;
        }
        days.sort(null);
        String last = days.get(days.size() - 1);
        encounter.put("beginningDateOfService", days.get(0));
        if (!last.equals(days.get(0))) {
            encounter.put("endDateOfService", last);
        }
    }

    private JsonNode statement(String name) {
        return claim.path(CLAIM).path("claimDateInformation").path(name);
    }

    private static void add(List<String> days, JsonNode day) {
        if (!day.asText().isEmpty()) {
            days.add(day.asText());
        }
    }

    private static void copy(JsonNode from, ObjectNode to, String... names) {
        for (String name : names) {
            put(to, name, from.path(name));
        }
    }

    private static void put(ObjectNode to, String name, JsonNode value) {
        if (!value.asText().isEmpty()) {
            to.put(name, value.asText());
        }
    }
}
