package org.claimgate.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
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
 * @param charge CLP03; zero when it is no number
 * @param paid CLP04; zero when it is no number
 */
public record Remittance(
        String patientControlNumber,
        String payerClaimControlNumber,
        List<String> lineControlNumbers,
        String trace,
        BigDecimal charge,
        BigDecimal paid,
        Outcome outcome) {

    public static final String VOCABULARY = "claim-payment";

    private static final Set<String> PAYING = Set.of("1", "2", "3", "19", "20", "21");

    /** Whether the document is about a claim; otherwise it carries the provider-level adjustments of its set. */
    public static boolean isIn(JsonNode document) {
        return document.has("claimPaymentInfo");
    }

    public static Remittance of(JsonNode document) {
        JsonNode payment = document.path("claimPaymentInfo");
        Amounts amounts = new Amounts(document);
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
                amounts.at("/claimPaymentInfo/totalClaimChargeAmount"),
                amounts.at("/claimPaymentInfo/claimPaymentAmount"),
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
        return Adjustment.in(document).stream().map(Remittance::denial).toList();
    }

    private static Issue denial(Adjustment adjustment) {
        return Issue.error(
                "CAS:" + adjustment.group() + ":" + adjustment.reason(),
                "Denied with adjustment " + adjustment.group() + " " + adjustment.reason(),
                new Place("", "", "", 0, "CAS", adjustment.loop(), 0, 0),
                "",
                null);
    }

    /** Whether it pays, however much or little (CLP02 1, 2, 3, 19, 20, 21). */
    public boolean isPaying() {
        return outcome.state() == ClaimState.PAID;
    }

    /** Whether it takes an earlier payment back (CLP02 22). */
    public boolean isReversal() {
        return outcome.state() == ClaimState.REVERSED;
    }
}
