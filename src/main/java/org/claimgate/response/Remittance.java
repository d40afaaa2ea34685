package org.claimgate.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;

/**
 * A claim payment of an 835.
 *
 * @param patientControlNumber CLM01 of the claim, perhaps cut short (CLP01)
 * @param payerClaimControlNumber CLP07
 * @param lineControlNumbers REF*6R of the lines, where given
 * @param trace check or EFT number of the payment it belongs to (TRN02)
 */
public record Remittance(
        String patientControlNumber,
        String payerClaimControlNumber,
        List<String> lineControlNumbers,
        String trace,
        Outcome outcome) {

    public static final String VOCABULARY = "claim-payment";

    private static final Set<String> PAYING = Set.of("1", "2", "3", "19", "20", "21");

    /** Whether the document is about a claim; otherwise it carries the provider-level adjustments of its set. */
    public static boolean isIn(JsonNode document) {
        return document.has("claimPaymentInfo");
    }

    public static Remittance of(JsonNode document) {
        JsonNode payment = document.path("claimPaymentInfo");
        List<String> lines = new ArrayList<>();
        for (JsonNode line : document.path("serviceLines")) {
            if (line.has("lineItemControlNumber")) {
                lines.add(Fields.text(line, "lineItemControlNumber"));
            }
        }
        return new Remittance(
                Fields.text(payment, "patientControlNumber"),
                Fields.text(payment, "payerClaimControlNumber"),
                List.copyOf(lines),
                Fields.text(document, "paymentAndRemitReassociationDetails", "checkOrEFTTraceNumber"),
                outcome(document, Fields.text(payment, "claimStatusCode")));
    }

    private static Outcome outcome(JsonNode document, String code) {
        String summary = CodeTexts.of("CLP02", code) + " (835 status " + code + ")";
        if (PAYING.contains(code)) {
            return Outcome.of("PAID_835", ClaimState.PAID, summary);
        }
        return switch (code) {
            case "4" -> new Outcome("DENIED_835", ClaimState.DENIED, summary, denials(document));
            case "22" -> Outcome.of("REVERSED_835", ClaimState.REVERSED, summary);
            case "23" -> Outcome.of("FORWARDED_835", null, summary);
            case "25" -> Outcome.of("PREDETERMINED_835", null, summary);
            default -> Outcome.of("INFORMATION_835", null, "Unknown claim status (835 status " + code + ")");
        };
    }

    /** The adjustments of a denied claim are the reasons of the denial. */
    private static List<Issue> denials(JsonNode document) {
        List<Issue> issues = new ArrayList<>();
        denials(document.path("claimAdjustments"), "2100", issues);
        for (JsonNode line : document.path("serviceLines")) {
            denials(line.path("serviceAdjustments"), "2110", issues);
        }
        return issues;
    }

    private static void denials(JsonNode groups, String loop, List<Issue> issues) {
        for (JsonNode group : groups) {
            String groupCode = Fields.text(group, "claimAdjustmentGroupCode");
            for (JsonNode adjustment : group.path("adjustments")) {
                String reason = Fields.text(adjustment, "reason");
                Place place = new Place("", "", "", 0, "CAS", loop, 0, 0);
                issues.add(Issue.error(
                        "CAS:" + groupCode + ":" + reason,
                        "Denied with adjustment " + groupCode + " " + reason,
                        place,
                        "",
                        null));
            }
        }
    }
}
