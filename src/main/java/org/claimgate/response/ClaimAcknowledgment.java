package org.claimgate.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.claimgate.guide.Issue.Severity;

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
     * @param claim the claim that it speaks of; null where none is known
     */
    public List<Complaint> complaints(JsonNode document, Rejections rejections, SentClaim claim) {
        List<Complaint> complaints = new ArrayList<>();
        for (ClaimStatus status : statuses(level, document)) {
            if (status.rejects()) {
                complaints.add(rejections.complaint(status, Severity.ERROR, level.loop, claim, -1));
            }
        }
        JsonNode lines = document.path("serviceLines");
        for (int line = 0; line < lines.size(); line++) {
            int index = claim == null ? -1 : new ServiceLines(claim, lines).index(line);
            ClaimStatus.of(lines.get(line).path("serviceClaimStatuses"), "serviceStatuses").stream()
                    .filter(ClaimStatus::rejects)
                    .forEach(status ->
                            complaints.add(rejections.complaint(status, Severity.ERROR, "2220D", claim, index)));
        }
        return complaints;
    }
}
