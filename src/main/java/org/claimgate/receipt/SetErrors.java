package org.claimgate.receipt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;
import org.claimgate.receipt.SegmentFault.ElementFault;
import org.claimgate.x12.Segment;
import org.claimgate.x12.TransactionSet;

/** Gathers what is wrong with one set while it is read; all errors of one segment stand together. */
final class SetErrors {

    static final String ELEMENT = "IK403:";
    static final String SEGMENT = "IK304:";
    static final String SET = "IK502:";

    /** Segments in error that one set names at most: who has more has one mistake many times. */
    private static final int MOST_SEGMENTS = 500;

    private static final int MOST_ELEMENTS = 99;
    private static final int LONGEST_VALUE = 99;
    private static final String ELEMENTS_IN_ERROR = "8";
    private static final String INVALID_CHARACTER = "6";

    /** What is reported when a loop ends, at the segment that ended it. */
    private static final Set<String> MISSING = Set.of("3", "I6", "I7", "I8");

    private final TransactionSet header;
    private final Guide guide;
    private final Map<List<Object>, SegmentFault> segments = new LinkedHashMap<>();
    private final List<String> codes = new ArrayList<>();
    private final int room;
    private ErrorLevel worst;
    private int left;
    private int position;
    private BusinessUnit before;
    private BusinessUnit unit;

    /**
     * @param guide null when there is none for the set
     * @param room for how many segments in error there is room in the acknowledgment of the interchange
     */
    SetErrors(TransactionSet header, Guide guide, int room) {
        this.header = header;
        this.guide = guide;
        this.room = Math.min(room, MOST_SEGMENTS);
    }

    void segment(Segment segment, int newPosition) {
        before = unit;
        position = newPosition;
        unit = BusinessUnit.after(unit, segment);
    }

    /** Takes an error; what has no code of a 999 is none of its business. */
    void add(Issue issue) {
        String code = issue.code();
        if (code.startsWith(SET)) {
            refuse(code.substring(SET.length()));
        } else if (code.startsWith(SEGMENT)) {
            raise(ErrorLevel.SEGMENT);
            fault(issue.place(), code.substring(SEGMENT.length()), Trigger.of(issue.trigger(), guide));
        } else if (code.startsWith(ELEMENT)) {
            raise(ErrorLevel.ELEMENT);
            elementError(issue, code.substring(ELEMENT.length()));
        }
    }

    /** The set as such is wrong. */
    void refuse(String code) {
        raise(ErrorLevel.SET);
        if (!codes.contains(code)) {
            codes.add(code);
        }
    }

    private void raise(ErrorLevel level) {
        worst = worst == null || level.compareTo(worst) > 0 ? level : worst;
    }

    private void elementError(Issue issue, String code) {
        SegmentFault segment = fault(issue.place(), ELEMENTS_IN_ERROR, null);
        if (segment == null) {
            return;
        }
        Place place = issue.place();
        String dataElement = guide == null
                ? ""
                : guide.dataElement(place.segment(), place.element(), place.component())
                        .orElse("");
        String value = code.equals(INVALID_CHARACTER) ? null : Echo.of(issue.value(), LONGEST_VALUE);
        ElementFault element = new ElementFault(
                place.element(),
                place.component(),
                place.repetition(),
                dataElement,
                code,
                value,
                Trigger.of(issue.trigger(), guide));
        if (!segment.elements().contains(element)) {
            addElement(segment, element);
        }
    }

    private void addElement(SegmentFault segment, ElementFault element) {
        if (segment.elements().size() < MOST_ELEMENTS) {
            segment.elements().add(element);
        } else {
            left++;
        }
    }

    /** The IK3 for a place and code; null when there is no room for one more. */
    private SegmentFault fault(Place place, String code, Trigger trigger) {
        List<Object> key = List.of(place.position(), place.segment(), place.loop(), code);
        SegmentFault known = segments.get(key);
        if (known != null) {
            return known;
        }
        if (segments.size() >= room) {
            left++;
            return null;
        }
        SegmentFault fault = new SegmentFault(
                Echo.segmentId(place.segment()),
                Math.max(1, place.position()),
                loop(place.loop()),
                code,
                trigger,
                unit(place, code),
                new ArrayList<>());
        segments.put(key, fault);
        return fault;
    }

    /** The unit of a segment; of one that could only be judged when its level had ended, that is not known any more. */
    private BusinessUnit unit(Place place, String code) {
        if (place.position() < position) {
            return null;
        }
        return MISSING.contains(code) && place.position() == position ? before : unit;
    }

    /** Segments outside loops are under the name ST here and under none in a 999. */
    static String loop(String id) {
        return id.matches("\\d[0-9A-Z]{0,5}") ? id : "";
    }

    /** @param strictness the level from which on errors reject */
    SetReceipt receipt(ErrorLevel strictness) {
        Verdict verdict = worst == null
                ? Verdict.ACCEPTED
                : worst.compareTo(strictness) >= 0 ? Verdict.REJECTED : Verdict.ERRORS_NOTED;
        List<SegmentFault> inOrder = segments.values().stream()
                .sorted(Comparator.comparingInt(SegmentFault::position))
                .toList();
        return new SetReceipt(header, inOrder, left, codes, verdict);
    }
}
