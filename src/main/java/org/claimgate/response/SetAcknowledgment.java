package org.claimgate.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;

/**
 * One AK2 loop of a 999: the verdict on one transaction set. Accepted with errors (E) means that the claims go on.
 *
 * @param functionalIdentifier GS01 of the group that is answered (AK101)
 * @param group its GS06 (AK102)
 * @param transactionSet ST01 of the set (AK201)
 * @param set its ST02 (AK202)
 * @param outcome with the issues of the set as a whole; those of its segments are {@link #issues}
 */
public record SetAcknowledgment(
        String functionalIdentifier,
        String group,
        String transactionSet,
        String set,
        Outcome outcome,
        List<SegmentError> errors) {

    public static final String VOCABULARY = "implementation-acknowledgment";

    /** Stands for a segment as a whole. */
    private static final SegmentError.ElementError WHOLE = new SegmentError.ElementError(0, 0, 0, "", null, null);

    /** What the answer says when something is not there that should be: a segment or a loop, always or in this situation. */
    private static final Set<String> MISSING = Set.of("3", "I6", "I7", "I8");

    /**
     * An issue and the claims of the set that it concerns: one of them, several that share the segment, or, where that cannot be told, any.
     *
     * @param error its segment, as index of {@link #errors}
     * @param first ordinal of the first of the claims, from 0; -1 where they cannot be told
     * @param last ordinal of the last
     * @param trigger JSON pointer of the field that makes it wrong; empty where none is told
     */
    public record ClaimIssue(int error, int first, int last, Issue issue, String trigger) {

        public boolean mayConcern(int claim) {
            return first < 0 || (first <= claim && claim <= last);
        }
    }

    public static boolean isIn(JsonNode document) {
        return document.has("acknowledgedSet");
    }

    public static SetAcknowledgment of(JsonNode document) {
        JsonNode answered = document.path("acknowledgedSet");
        String group = Fields.text(document, "functionalGroup", "groupControlNumber");
        String set = Fields.text(answered, "transactionSetControlNumber");
        List<SegmentError> errors = SegmentError.of(document);
        return new SetAcknowledgment(
                Fields.text(document, "functionalGroup", "functionalIdentifierCode"),
                group,
                Fields.text(answered, "transactionSetIdentifierCode"),
                set,
                outcome(new Place("", group, set, 0, "ST", "", 0, 0), answered, errors.size()),
                errors);
    }

    private static Outcome outcome(Place place, JsonNode answered, int errors) {
        String code = Fields.text(answered, "acknowledgmentCode");
        String where = errors == 0 ? "" : ", " + errors + (errors == 1 ? " segment" : " segments") + " in error";
        return switch (code) {
            case "A" -> Outcome.of("ACCEPTED_999", ClaimState.RECEIVED, "Set accepted (999)" + where);
            case "E" -> new Outcome(
                    "ACCEPTED_WITH_ERRORS_999",
                    ClaimState.RECEIVED,
                    "Set accepted with errors (999)" + where,
                    setIssues(place, answered, Issue.Severity.WARNING));
            case "R", "M", "W", "X" -> new Outcome(
                    "REJECTED_999",
                    ClaimState.REJECTED,
                    "Set rejected (999 " + code + ")" + where,
                    setIssues(place, answered, Issue.Severity.ERROR));
            default -> Outcome.of("INFORMATION_999", null, "999 with an unknown verdict on the set" + where);
        };
    }

    private static List<Issue> setIssues(Place place, JsonNode answered, Issue.Severity severity) {
        List<Issue> issues = new ArrayList<>();
        for (String code : Fields.texts(answered.path("errorCodes"))) {
            issues.add(new Issue(severity, "IK502:" + code, CodeTexts.of("IK502", code), place, "", null));
        }
        return issues;
    }

    /**
     * What the answer says of the single segments, led back to the JSON fields of the claims.
     *
     * @param guide that wrote the set; null when it is not known, which leaves the pointers empty
     * @param claims the claims of the set in the order written
     */
    public List<ClaimIssue> issues(Guide guide, List<ObjectNode> claims) {
        List<ClaimIssue> issues = new ArrayList<>();
        for (int error = 0; error < errors.size(); error++) {
            List<SegmentError.ElementError> elements = errors.get(error).elements();
            if (elements.isEmpty()) {
                issues.add(issue(
                        guide,
                        claims,
                        error,
                        WHOLE,
                        "IK304:" + errors.get(error).code()));
            }
            for (SegmentError.ElementError element : elements) {
                issues.add(issue(guide, claims, error, element, "IK403:" + element.code()));
            }
        }
        return issues;
    }

    private ClaimIssue issue(
            Guide guide, List<ObjectNode> claims, int ordinal, SegmentError.ElementError element, String code) {
        SegmentError error = errors.get(ordinal);
        int named = named(claims, error.claim());
        Guide.Source source = source(guide, claims, fault(error, element), named);
        SegmentError.Trigger trigger = element.trigger() == null ? error.trigger() : element.trigger();
        Guide.Source cause = trigger == null ? null : source(guide, claims, fault(trigger), named);
        Issue.Severity severity = outcome.isRejection() ? Issue.Severity.ERROR : Issue.Severity.WARNING;
        String[] family = code.split(":", 2);
        String message = CodeTexts.of(family[0], family[1]);
        Issue issue = new Issue(severity, code, message, place(error, element), pointer(source), element.value())
                .triggeredBy(trigger == null ? null : place(trigger));
        boolean told = named >= 0 || source == null;
        return new ClaimIssue(
                ordinal, told ? named : source.document(), told ? named : source.lastDocument(), issue, pointer(cause));
    }

    /** Null where no field stands there. Whoever counts segments otherwise than we do still knows which claim it is. */
    private static Guide.Source source(Guide guide, List<ObjectNode> claims, Guide.Fault fault, int named) {
        Guide.Source source = guide == null ? null : guide.source(claims, fault);
        return source != null && named >= 0 && !source.concerns(named) ? null : source;
    }

    private static String pointer(Guide.Source source) {
        return source == null ? "" : source.pointer();
    }

    private static Guide.Fault fault(SegmentError error, SegmentError.ElementError element) {
        return new Guide.Fault(
                error.loop(),
                error.segment(),
                error.position(),
                element.element(),
                element.component(),
                element.element() == 0 && MISSING.contains(error.code()));
    }

    private static Guide.Fault fault(SegmentError.Trigger trigger) {
        return new Guide.Fault(
                trigger.loop(), trigger.segment(), trigger.position(), trigger.element(), trigger.component(), false);
    }

    private Place place(SegmentError.Trigger trigger) {
        return new Place(
                "",
                group,
                set,
                trigger.position(),
                trigger.segment(),
                trigger.loop(),
                trigger.element(),
                trigger.component(),
                trigger.repetition());
    }

    private Place place(SegmentError error, SegmentError.ElementError element) {
        return new Place(
                "",
                group,
                set,
                error.position(),
                error.segment(),
                error.loop(),
                element.element(),
                element.component(),
                element.repetition());
    }

    private static int named(List<ObjectNode> claims, String patientControlNumber) {
        for (int i = 0; i < claims.size() && !patientControlNumber.isEmpty(); i++) {
            if (Fields.text(claims.get(i), "claimInformation", "patientControlNumber")
                    .equals(patientControlNumber)) {
                return i;
            }
        }
        return -1;
    }
}
