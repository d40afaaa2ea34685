package org.claimgate.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;

/**
 * A 277CA: the verdict of a clearinghouse or payer on one claim, or on all claims of a provider or of a batch where it
 * stops there.
 *
 * @param batchReference BHT03 of the set that is answered (2200B TRN02); empty where not given
 * @param patientControlNumber CLM01 of the claim, perhaps cut short (2200D TRN02)
 * @param payerClaimControlNumber REF*1K
 * @param clearinghouseTraceNumber REF*D9
 * @param provider NPI, tax id or other number of the billing provider (2100C NM109); empty at batch level
 */
public record ClaimAcknowledgment(
        Level level,
        String batchReference,
        String patientControlNumber,
        String payerClaimControlNumber,
        String clearinghouseTraceNumber,
        String provider,
        Outcome outcome) {

    public static final String VOCABULARY = "claim-acknowledgment";

    /** How much one document speaks of. */
    public enum Level {
        BATCH("Batch", "2200B"),
        PROVIDER("Claims of the provider", "2200C"),
        CLAIM("Claim", "2200D");

        private final String subject;
        private final String loop;

        Level(String subject, String loop) {
            this.subject = subject;
            this.loop = loop;
        }
    }

    public static ClaimAcknowledgment of(JsonNode document) {
        JsonNode claim = document.path("claimStatus");
        Level level = level(document);
        return new ClaimAcknowledgment(
                level,
                Fields.text(document, "claimTransactionBatchNumber"),
                Fields.text(claim, "referencedTransactionTraceNumber"),
                Fields.text(claim, "tradingPartnerClaimNumber"),
                Fields.text(claim, "clearinghouseTraceNumber"),
                Fields.provider(document.path("serviceProvider")),
                outcome(level, statuses(level, document)));
    }

    private static Level level(JsonNode document) {
        if (document.has("claimStatus")) {
            return Level.CLAIM;
        }
        return document.has("serviceProvider") ? Level.PROVIDER : Level.BATCH;
    }

    /** A provider without a status of its own shares that of its batch. */
    private static List<ClaimStatus> statuses(Level level, JsonNode document) {
        if (level == Level.CLAIM) {
            return ClaimStatus.of(document.path("claimStatus").path("informationClaimStatuses"), "informationStatuses");
        }
        List<ClaimStatus> ofProvider =
                ClaimStatus.of(document.path("serviceProviderClaimStatuses"), "serviceProviderStatuses");
        return level == Level.PROVIDER && !ofProvider.isEmpty()
                ? ofProvider
                : ClaimStatus.of(document.path("providerClaimStatuses"), "providerStatuses");
    }

    /** A batch or provider that is accepted as a whole is received; only its claims, one by one, are accepted. */
    private static Outcome outcome(Level level, List<ClaimStatus> statuses) {
        String codes = statuses.stream().map(ClaimStatus::toString).collect(Collectors.joining(", "));
        if (statuses.stream().anyMatch(ClaimStatus::rejects)) {
            return Outcome.of("REJECTED_277CA", ClaimState.REJECTED, level.subject + " rejected (277CA " + codes + ")");
        }
        if (statuses.stream().noneMatch(ClaimStatus::accepts)) {
            return Outcome.of(
                    "INFORMATION_277CA", null, level.subject + " with an unknown status (277CA " + codes + ")");
        }
        return level == Level.CLAIM
                ? Outcome.of("ACCEPTED_277CA", ClaimState.ACCEPTED, "Claim accepted (277CA " + codes + ")")
                : Outcome.of("RECEIVED_277CA", ClaimState.RECEIVED, level.subject + " received (277CA " + codes + ")");
    }

    /**
     * What the answer complains of, led back to the fields of the claim; empty unless it rejects.
     *
     * @param document the answer, as given to {@link #of}
     * @param claim the claim as it was sent; null where it is not known
     */
    public List<Issue> issues(JsonNode document, JsonNode claim) {
        List<Issue> issues = new ArrayList<>();
        for (ClaimStatus status : statuses(level, document)) {
            if (status.rejects()) {
                issues.add(issue(status, level.loop, claim, -1));
            }
        }
        for (JsonNode line : document.path("serviceLines")) {
            int index = lineIndex(claim, Fields.text(line, "lineItemControlNumber"));
            ClaimStatus.of(line.path("serviceClaimStatuses"), "serviceStatuses").stream()
                    .filter(ClaimStatus::rejects)
                    .forEach(status -> issues.add(issue(status, "2220D", claim, index)));
        }
        return issues;
    }

    private static Issue issue(ClaimStatus status, String loop, JsonNode claim, int line) {
        String pointer = status.codes().stream()
                .map(code -> StatusPlaces.pointer(code.status(), code.entity(), claim, line))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse("");
        Place place = new Place("", "", "", 0, "STC", loop, 0, 0);
        return Issue.error("STC:" + status.codes().get(0), status.text(), place, pointer, null);
    }

    private static int lineIndex(JsonNode claim, String lineControlNumber) {
        if (claim == null || lineControlNumber.isEmpty()) {
            return -1;
        }
        int index = 0;
        for (JsonNode line : claim.path("claimInformation").path("serviceLines")) {
            if (Fields.text(line, "providerControlNumber").equals(lineControlNumber)
                    || Fields.text(line, "lineItemControlNumber").equals(lineControlNumber)) {
                return index;
            }
            index++;
        }
        return -1;
    }
}
