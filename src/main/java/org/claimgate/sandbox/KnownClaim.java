package org.claimgate.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the clearinghouse remembers of a claim, to answer when it is asked how far it has come. Texts that do not apply
 * are "".
 *
 * @param submitterNumber the number that came in its REF*D9
 * @param payerControlNumber the payer's number
 * @param category claim status category (STC01-1)
 * @param status claim status code (STC01-2)
 * @param entity whom the status is about (STC01-3)
 * @param day when it came there, YYYYMMDD
 * @param paid amount paid; empty while nothing is decided
 * @param trace number of the check or transfer (835 TRN02)
 */
record KnownClaim(
        String patientControlNumber,
        String submitterNumber,
        String payerControlNumber,
        String category,
        String status,
        String entity,
        String day,
        String charge,
        String paid,
        String trace) {

    static KnownClaim of(Decision decision, String day) {
        Claim claim = decision.claim();
        return new KnownClaim(
                claim.patientControlNumber(),
                claim.text("/claimInformation/claimSupplementalInformation/claimNumber"),
                decision.payerControlNumber(),
                decision.status().category(),
                decision.status().status(),
                decision.status().entity(),
                day,
                Money.text(claim.charge()),
                "",
                "");
    }

    /** Settled by a document of an 835: paid (F1), denied (F2), or paid anew after a reversal (F3). */
    KnownClaim settled(JsonNode payment) {
        JsonNode claim = payment.path("claimPaymentInfo");
        boolean denied = claim.path("claimStatusCode").asText().equals("4");
        boolean again = !paid.isEmpty();
        return new KnownClaim(
                patientControlNumber,
                submitterNumber,
                payerControlNumber,
                denied ? "F2" : again ? "F3" : "F1",
                denied ? "718" : "65",
                "",
                payment.at("/financialInformation/checkIssueOrEFTEffectiveDate").asText(),
                charge,
                claim.path("claimPaymentAmount").asText(),
                payment.at("/paymentAndRemitReassociationDetails/checkOrEFTTraceNumber")
                        .asText());
    }

    static KnownClaim of(JsonNode json) {
        return new KnownClaim(
                text(json, "patientControlNumber"),
                text(json, "submitterNumber"),
                text(json, "payerControlNumber"),
                text(json, "category"),
                text(json, "status"),
                text(json, "entity"),
                text(json, "day"),
                text(json, "charge"),
                text(json, "paid"),
                text(json, "trace"));
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Fields.of(json)
                .put("patientControlNumber", patientControlNumber)
                .put("submitterNumber", submitterNumber)
                .put("payerControlNumber", payerControlNumber)
                .put("category", category)
                .put("status", status)
                .put("entity", entity)
                .put("day", day)
                .put("charge", charge)
                .put("paid", paid)
                .put("trace", trace);
        return json;
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asText("");
    }
}
