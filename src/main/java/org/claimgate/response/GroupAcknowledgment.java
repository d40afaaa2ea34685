package org.claimgate.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;

/**
 * The end of a 999 (AK9): the verdict on a functional group. It speaks for the sets of the group that the same 999 does
 * not name: an acknowledgment may leave out the sets that were accepted, or reject the group without looking into it.
 *
 * @param functionalIdentifier GS01 of the group that is answered (AK101)
 * @param group its GS06 (AK102)
 */
public record GroupAcknowledgment(String functionalIdentifier, String group, Outcome outcome) {

    public static boolean isIn(JsonNode document) {
        return document.has("groupAcknowledgment");
    }

    public static GroupAcknowledgment of(JsonNode document) {
        String group = Fields.text(document, "functionalGroup", "groupControlNumber");
        return new GroupAcknowledgment(
                Fields.text(document, "functionalGroup", "functionalIdentifierCode"),
                group,
                outcome(group, document.path("groupAcknowledgment")));
    }

    private static Outcome outcome(String group, JsonNode verdict) {
        String code = Fields.text(verdict, "acknowledgmentCode");
        return switch (code) {
            case "A" -> Outcome.of("ACCEPTED_999", ClaimState.RECEIVED, "Group accepted (999)");
            case "P" -> Outcome.of("ACCEPTED_999", ClaimState.RECEIVED, "Group accepted in part (999)");
            case "E" -> new Outcome(
                    "ACCEPTED_WITH_ERRORS_999",
                    ClaimState.RECEIVED,
                    "Group accepted with errors (999)",
                    issues(group, verdict, Issue.Severity.WARNING));
            case "R", "M", "W", "X" -> new Outcome(
                    "REJECTED_999",
                    ClaimState.REJECTED,
                    "Group rejected (999 " + code + ")",
                    issues(group, verdict, Issue.Severity.ERROR));
            default -> Outcome.of("INFORMATION_999", null, "999 with an unknown verdict on the group");
        };
    }

    private static List<Issue> issues(String group, JsonNode verdict, Issue.Severity severity) {
        Place place = new Place("", group, "", 0, "GS", "", 0, 0);
        List<Issue> issues = new ArrayList<>();
        for (String code : Fields.texts(verdict.path("errorCodes"))) {
            issues.add(new Issue(severity, "AK905:" + code, CodeTexts.of("AK905", code), place, "", null));
        }
        return issues;
    }
}
