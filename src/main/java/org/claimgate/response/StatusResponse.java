package org.claimgate.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.claimgate.guide.Issue.Severity;

/**
 * A 277 that answers a question (276): how far one claim has come, or why nothing is said of all claims of a provider or of the
 * whole request.
 *
 * @param batchReference BHT03 of the request (2200B TRN02; without it the answer's own BHT03)
 * @param trackingNumber TRN02 of the question (2200D, 2200E); empty above the claim
 * @param patientControlNumber REF*EJ
 * @param payerClaimControlNumber REF*1K
 * @param clearinghouseClaimNumber REF*D9
 * @param provider NPI, tax id or other number of the first provider; empty for the whole request
 */
public record StatusResponse(
        Level level,
        String batchReference,
        String trackingNumber,
        String patientControlNumber,
        String payerClaimControlNumber,
        String clearinghouseClaimNumber,
        String provider,
        Outcome outcome) {

    public static final String VOCABULARY = "claim-status-response";

    private static final String CLAIM_STATUSES = "claimStatuses";

    /** How much one document speaks of. */
    public enum Level {
        REQUEST("Request", "2200B", "informationReceiverStatuses"),
        PROVIDER("Claims of the provider", "2200C", "providerStatuses"),
        CLAIM("Claim", "2200D", CLAIM_STATUSES);

        private final String subject;
        private final String loop;
        private final String statuses;

        Level(String subject, String loop, String statuses) {
            this.subject = subject;
            this.loop = loop;
            this.statuses = statuses;
        }
    }

    public static StatusResponse of(JsonNode document) {
        JsonNode claim = document.path("claimStatus");
        Level level = level(document);
        return new StatusResponse(
                level,
                batch(document),
                Fields.text(claim, "trackingNumber"),
                Fields.text(claim, "patientAccountNumber"),
                Fields.text(claim, "tradingPartnerClaimNumber"),
                Fields.text(claim, "clearingHouseClaimNumber"),
                level == Level.REQUEST
                        ? ""
                        : Fields.provider(document.path("providers").path(0)),
                outcome(level, statuses(level, document)));
    }

    private static String batch(JsonNode document) {
        String echoed = Fields.text(document, "informationReceiverTrackingNumber");
        return echoed.isEmpty() ? Fields.text(document, "referenceIdentification") : echoed;
    }

    private static Level level(JsonNode document) {
        if (document.has("claimStatus") || document.has(CLAIM_STATUSES)) {
            return Level.CLAIM;
        }
        return document.has(Level.PROVIDER.statuses) ? Level.PROVIDER : Level.REQUEST;
    }

    private static List<ClaimStatus> statuses(Level level, JsonNode document) {
        return statuses(document.path(level.statuses));
    }

    private static List<ClaimStatus> statuses(JsonNode statuses) {
        List<ClaimStatus> found = new ArrayList<>();
        for (JsonNode status : statuses) {
            List<ClaimStatus.Code> codes = new ArrayList<>();
            codes.add(code(status));
            status.path("furtherStatuses").forEach(further -> codes.add(code(further)));
            found.add(new ClaimStatus(Fields.text(status, "statusInformationActionCode"), codes));
        }
        return found;
    }

    private static ClaimStatus.Code code(JsonNode status) {
        return new ClaimStatus.Code(
                Fields.text(status, "statusCategoryCode"),
                Fields.text(status, "statusCode"),
                Fields.text(status, "entityCode"));
    }

    /** The first status that says where the claim stands decides. Of a claim nothing is known from an answer above it. */
    private static Outcome outcome(Level level, List<ClaimStatus> statuses) {
        StatusCategory category = statuses.stream()
                .map(status -> StatusCategory.of(status.codes().get(0).category()))
                .filter(found -> found != StatusCategory.UNKNOWN)
                .findFirst()
                .orElse(StatusCategory.UNKNOWN);
        String codes = statuses.stream().map(ClaimStatus::toString).collect(Collectors.joining(", "));
        return Outcome.of(
                category.kind(),
                level == Level.CLAIM ? category.state() : null,
                level.subject + " " + category.words() + " (277 " + codes + ")");
    }

    /**
     * What the payer misses or turns down, led back to the fields of the claim; empty where the claim takes its way.
     *
     * @param document the answer, as given to {@link #of}
     * @param claim the claim that it speaks of; null where none is known
     */
    public List<Complaint> complaints(JsonNode document, Rejections rejections, SentClaim claim) {
        Severity severity = outcome.isRejection() ? Severity.ERROR : Severity.WARNING;
        List<Complaint> complaints = new ArrayList<>();
        for (ClaimStatus status : statuses(level, document)) {
            if (StatusCategory.of(status.codes().get(0).category()).complains()) {
                complaints.add(rejections.complaint(status, severity, level.loop, claim, -1));
            }
        }
        return complaints;
    }
}
