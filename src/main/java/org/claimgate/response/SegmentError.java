package org.claimgate.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One IK3 of a 999 with its IK4s.
 *
 * @param position of the segment in the set that was sent, ST being 1 (IK302)
 * @param code IK304; empty where the elements alone are wrong
 * @param claim CLM01 that a CTX names; empty when none does
 * @param trigger what a CTX says makes it wrong; null when none does
 */
public record SegmentError(
        String segment,
        int position,
        String loop,
        String code,
        String claim,
        Trigger trigger,
        List<ElementError> elements) {

    /** One IK4: positions count from 1; component is 0 for a simple element, repetition for one that does not repeat. */
    public record ElementError(
            int element, int component, int repetition, String code, String value, Trigger trigger) {}

    /** Another place in the set, which a CTX names: positions as in {@link ElementError}, 0 for a segment as a whole. */
    public record Trigger(String segment, int position, String loop, int element, int component, int repetition) {}

    static List<SegmentError> of(JsonNode document) {
        List<SegmentError> errors = new ArrayList<>();
        for (JsonNode error : document.path("segmentErrors")) {
            errors.add(new SegmentError(
                    Fields.text(error, "segmentId"),
                    Fields.number(error, "segmentPosition"),
                    Fields.text(error, "loopIdentifier"),
                    Fields.text(error, "errorCode"),
                    claim(error.path("contexts")),
                    trigger(error.path("contexts")),
                    elements(error.path("elementErrors"))));
        }
        return errors;
    }

    private static List<ElementError> elements(JsonNode errors) {
        List<ElementError> elements = new ArrayList<>();
        for (JsonNode error : errors) {
            elements.add(new ElementError(
                    Fields.number(error, "elementPosition"),
                    Fields.number(error, "componentPosition"),
                    Fields.number(error, "repetitionPosition"),
                    Fields.text(error, "errorCode"),
                    error.has("badValue") ? Fields.text(error, "badValue") : null,
                    trigger(error.path("contexts"))));
        }
        return elements;
    }

    private static String claim(JsonNode contexts) {
        for (JsonNode context : contexts) {
            if (Fields.text(context, "contextName").equals("CLM01")) {
                return Fields.text(context, "contextReference");
            }
        }
        return "";
    }

    private static Trigger trigger(JsonNode contexts) {
        for (JsonNode context : contexts) {
            if (Fields.text(context, "contextName").equals("SITUATIONAL TRIGGER")) {
                return new Trigger(
                        Fields.text(context, "segmentId"),
                        Fields.number(context, "segmentPosition"),
                        Fields.text(context, "loopIdentifier"),
                        Fields.number(context, "elementPosition"),
                        Fields.number(context, "componentPosition"),
                        Fields.number(context, "repetitionPosition"));
            }
        }
        return null;
    }
}
