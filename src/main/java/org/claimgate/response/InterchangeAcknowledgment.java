package org.claimgate.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;

/**
 * A TA1: the verdict on one interchange that was sent.
 *
 * @param interchange ISA13 of the interchange that is answered (TA101)
 * @param date its ISA09 (TA102)
 * @param time its ISA10 (TA103)
 */
public record InterchangeAcknowledgment(String interchange, String date, String time, Outcome outcome) {

    public static final String VOCABULARY = "interchange-acknowledgment";

    public static InterchangeAcknowledgment of(JsonNode document) {
        JsonNode answer = document.path("interchangeAcknowledgment");
        String interchange = Fields.text(answer, "interchangeControlNumber");
        return new InterchangeAcknowledgment(
                interchange,
                Fields.text(answer, "interchangeDate"),
                Fields.text(answer, "interchangeTime"),
                outcome(interchange, Fields.text(answer, "acknowledgmentCode"), Fields.text(answer, "noteCode")));
    }

    /** TA104 decides; TA105 says why. An unknown TA104 is carried without moving anything. */
    private static Outcome outcome(String interchange, String code, String note) {
        return switch (code) {
            case "A" -> Outcome.of("ACCEPTED_TA1", ClaimState.RECEIVED, "Interchange accepted (TA1)");
            case "E" -> new Outcome(
                    "ACCEPTED_WITH_ERRORS_TA1",
                    ClaimState.RECEIVED,
                    "Interchange accepted with errors (TA1 " + note + ")",
                    List.of(Issue.warning("TA105:" + note, text(note), place(interchange), "", null)));
            case "R" -> new Outcome(
                    "REJECTED_TA1",
                    ClaimState.REJECTED,
                    "Interchange rejected (TA1 " + note + ")",
                    List.of(Issue.error("TA105:" + note, text(note), place(interchange), "", null)));
            default -> Outcome.of("INFORMATION_TA1", null, "TA1 with an unknown verdict");
        };
    }

    private static String text(String note) {
        return CodeTexts.of("TA105", note);
    }

    private static Place place(String interchange) {
        return new Place(interchange, "", "", 0, "ISA", "", 0, 0);
    }
}
