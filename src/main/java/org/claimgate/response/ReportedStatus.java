package org.claimgate.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;

/**
 * What a partner's own report says of one claim, or of everything that went out under a number; in the vocabulary that document
 * mappings make claim statuses in. A number that the report does not give is "".
 *
 * @param patientControlNumber CLM01
 * @param clearinghouseTraceNumber our claim id (REF*D9)
 * @param sent the numbers of what the claim went out in
 */
public record ReportedStatus(
        String patientControlNumber,
        String clearinghouseTraceNumber,
        String payerClaimControlNumber,
        Sent sent,
        Outcome outcome) {

    public static final String MESSAGES = "messages";

    /** So many messages are told of each claim. */
    public static final int MOST_MESSAGES = 50;

    private static final String REFERENCES = "references";

    /** By what a report names a set, group, interchange or file of claims: BHT03, ISA13, GS06, ST02, file name. */
    public record Sent(
            String batchReference,
            String interchangeControlNumber,
            String groupControlNumber,
            String transactionSetControlNumber,
            String fileName) {

        /** Of which nothing but the BHT03 is known. */
        public static Sent inBatch(String batchReference) {
            return new Sent(batchReference, "", "", "", "");
        }

        /** The most exact of its numbers, as words name it. */
        String subject() {
            if (!batchReference.isEmpty()) {
                return "Batch";
            }
            if (!groupControlNumber.isEmpty()) {
                return transactionSetControlNumber.isEmpty() ? "Group" : "Set";
            }
            return interchangeControlNumber.isEmpty() ? "File" : "Interchange";
        }
    }

    public static ReportedStatus of(JsonNode status) {
        JsonNode references = status.path(REFERENCES);
        Sent sent = new Sent(
                Fields.text(references, "batchReference"),
                Fields.text(references, "interchangeControlNumber"),
                Fields.text(references, "groupControlNumber"),
                Fields.text(references, "transactionSetControlNumber"),
                Fields.text(references, "fileName"));
        String patientControlNumber = Fields.text(references, "patientControlNumber");
        String trace = Fields.text(references, "clearinghouseTraceNumber");
        String payerNumber = Fields.text(references, "payerClaimControlNumber");
        boolean claim = !(patientControlNumber + trace + payerNumber).isEmpty();
        return new ReportedStatus(
                patientControlNumber,
                trace,
                payerNumber,
                sent,
                outcome(status, claim ? "Claim" : sent.subject(), claim));
    }

    /** Whether it speaks of one claim. */
    public boolean namesClaim() {
        return !(patientControlNumber + clearinghouseTraceNumber + payerClaimControlNumber).isEmpty();
    }

    /** Whoever accepts a file, or all that is in it, has not looked at each claim yet. */
    private static Outcome outcome(JsonNode status, String subject, boolean claim) {
        String word = Fields.text(status, "outcome");
        ClaimState state =
                switch (word) {
                    case "accepted" -> claim ? ClaimState.ACCEPTED : ClaimState.RECEIVED;
                    case "rejected" -> ClaimState.REJECTED;
                    case "received" -> ClaimState.RECEIVED;
                    default -> null;
                };
        String said = state == null ? "mentioned" : word;
        String codes = codes(status);
        return new Outcome(
                (state == null ? "INFORMATION" : state.name()) + "_REPORT",
                state,
                subject + " " + said + " (report" + (codes.isEmpty() ? "" : " " + codes) + ")",
                issues(status, state));
    }

    private static String codes(JsonNode status) {
        List<String> codes = new ArrayList<>();
        status.path(MESSAGES).forEach(message -> codes.add(Fields.text(message, "code")));
        return codes.stream().filter(code -> !code.isEmpty()).distinct().collect(Collectors.joining(", "));
    }

    /** The words of a report may be about a person: they stay in the report. */
    private static List<Issue> issues(JsonNode status, ClaimState state) {
        List<Issue> issues = new ArrayList<>();
        for (JsonNode message : status.path(MESSAGES)) {
            if (issues.size() == MOST_MESSAGES) {
                break;
            }
            String code = Fields.text(message, "code");
            String words =
                    code.isEmpty() ? "a message of the partner's report" : "code " + code + " of the partner's report";
            String family = code.isEmpty() ? "REPORT" : "REPORT:" + code;
            String field = Fields.text(message, "field");
            issues.add(
                    state == ClaimState.REJECTED
                            ? Issue.error(family, words, Place.NOWHERE, field, null)
                            : Issue.warning(family, words, Place.NOWHERE, field, null));
        }
        return issues;
    }
}
