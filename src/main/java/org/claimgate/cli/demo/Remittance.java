package org.claimgate.cli.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * One payment message as a consumer sees it.
 *
 * @param claimId own claim id; "" when the payment is for no claim of ours
 * @param status CLP02
 * @param adjustments such as {@code CO-45 20}
 * @param trace number of the check or transfer
 */
record Remittance(
        String claimId,
        String patientControlNumber,
        String status,
        String charged,
        String paid,
        List<String> adjustments,
        String trace) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Remittance of(String message) {
        JsonNode data = parse(message).path("data");
        JsonNode payment = data.path("payment");
        JsonNode claim = payment.path("claimPaymentInfo");
        List<String> adjustments = new ArrayList<>();
        collect(payment.path("claimAdjustments"), adjustments);
        payment.path("serviceLines").forEach(line -> collect(line.path("serviceAdjustments"), adjustments));
        return new Remittance(
                data.path("claimId").asText(""),
                claim.path("patientControlNumber").asText(""),
                claim.path("claimStatusCode").asText(""),
                claim.path("totalClaimChargeAmount").asText(""),
                claim.path("claimPaymentAmount").asText(""),
                adjustments,
                payment.at("/paymentAndRemitReassociationDetails/checkOrEFTTraceNumber")
                        .asText(""));
    }

    /** Whether it pays, denies or reverses a claim, rather than closing a remittance. */
    boolean isForClaim() {
        return !claimId.isEmpty();
    }

    private static void collect(JsonNode groups, List<String> found) {
        for (JsonNode group : groups) {
            for (JsonNode adjustment : group.path("adjustments")) {
                found.add(group.path("claimAdjustmentGroupCode").asText() + "-"
                        + adjustment.path("reason").asText() + " "
                        + adjustment.path("amount").asText());
            }
        }
    }

    private static JsonNode parse(String message) {
        try {
            return JSON.readTree(message);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("A payment message is not JSON", broken);
        }
    }
}
