package org.claimgate.guide;

import java.util.List;
import java.util.function.Consumer;
import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.Interchange;
import org.claimgate.x12.Segment;
import org.claimgate.x12.Slice;
import org.claimgate.x12.TransactionSet;

/** The segment being read: its values, what is wrong with them, and the names under which unnamed values are kept. */
final class Reading {

    static final String UNNAMED = "x12";
    private static final String INVALID_CODE = "IK403:7";

    /** What is said of an element that holds one, where its segment is cut out of the file. */
    static final String CONTROL_CHARACTER = "IK403:6";

    /** Behind a loop's key, the order of its parts where it is not the guide's; of one that leads to the records, before these. */
    static final String ORDER = ".order";

    /** The same for what comes behind the records. */
    static final String TRAILING = ".trailing";

    /** A loop stands apart from an equal one before it. */
    static final String AGAIN = ".again";

    /** A loop stands in the same occurrence as the record before it, although another 'unless' holds for it. */
    static final String TOGETHER = ".together";

    /** A segment is not there, although its fields are: others that stand in for it have them. */
    static final String ABSENT = ".absent";

    /** A loop or segment is there although it says nothing. */
    static final String PRESENT = ".present";

    /** Answers what a counter should be; null when the loop does not count it. */
    interface Counts {

        String expected(Counter.Kind kind, String found);
    }

    private final Consumer<Issue> listener;
    private boolean silent;
    private final Counts counts;
    private final KnownCodes codes;
    private final Slice value = new Slice();
    private Interchange interchange;
    private FunctionalGroup group;
    private TransactionSet set;
    private Segment segment;
    private int position;
    private Loop loop;
    private Use use;
    private int occurrence;
    /** The repetition that the value asked for last stands in, from 1. */
    private int repetition;
    /** The elements that hold something, a bit for each position. */
    private long present;
    /** The elements that something was said of, a bit for each: one mistake is one issue. */
    private long faulty;
    /** Those of them that hold more than they may: what their parts are is not judged. */
    private long misdivided;

    Reading(Consumer<Issue> issues, Counts counts, KnownCodes codes) {
        this.listener = issues;
        this.counts = counts;
        this.codes = codes;
    }

    void inside(Interchange newInterchange, FunctionalGroup newGroup, TransactionSet newSet) {
        interchange = newInterchange;
        group = newGroup;
        set = newSet;
    }

    /** Whether nothing is to be said of what is found. */
    void silence(boolean newSilent) {
        silent = newSilent;
    }

    /** Reports an issue; null for none. */
    void report(Issue issue) {
        if (issue != null && !silent) {
            listener.accept(issue);
        }
    }

    void at(Segment newSegment, int newPosition) {
        segment = newSegment;
        position = newPosition;
        use = null;
    }

    /** The use that the segment was read as; null when it was not. */
    Use use() {
        return use;
    }

    /** Reads the segment as the nth occurrence (from 1) of a use. */
    void read(Loop place, Use newUse, int newOccurrence, Content target) {
        loop = place;
        use = newUse;
        occurrence = newOccurrence;
        faulty = 0;
        misdivided = 0;
        Content inside = use.at() == null ? target : use.at().open(target);
        inside.scope.origins().add(loop, use, inside, position);
        present = segment.present();
        long divided = segment.divided();
        if (divided != 0) {
            judgeDivisions(divided, inside);
        }
        int before = inside.scope.changes();
        boolean beyondNames = occurrence > 1 && !use.carriesRepeats() && !use.readsOn(this, inside);
        if (beyondNames) {
            use.mappings().forEach(mapping -> mapping.cells()
                    .forEach(cell -> keep(inside, cell, value(cell).toString())));
        } else if (occurrence == 1 || use.carriesRepeats()) {
            use.read(this, inside, present);
        }
        for (int element : use.repeatingElements()) {
            keepRepetitions(inside, element);
        }
        if (!use.required() && inside.scope.changes() == before) {
            keep(inside, PRESENT.substring(1), "yes");
        }
        judgeShape(inside);
    }

    private void keepRepetitions(Content target, int element) {
        for (int repetition = 2; repetition <= segment.repetitions(element); repetition++) {
            for (int part = 1; part <= segment.components(element, repetition); part++) {
                segment.locate(element, repetition, part, value);
                keep(target, element + "-" + part + "^" + repetition, value.toString());
            }
            FurtherRepetition.judge(this, use.mapping(element), repetition, target);
        }
    }

    /** What is wrong with the segment as such: more than it may hold, or not what one element says of another. */
    private void judgeShape(Content target) {
        int most = use.segment().elements().size();
        if (segment.elements() > most) {
            report("IK403:3", "at most " + most + " elements", placeOf(most + 1, 0, 0), null, target.pointer());
        }
        SyntaxNote[] notes = use.notes();
        if (notes.length == 0) {
            return;
        }
        long judged = present;
        for (SyntaxNote note : notes) {
            SyntaxNote.Violation violation = note.judge(judged);
            if (violation == null || isFaulty(violation.element())) {
                continue;
            }
            Place trigger = violation.trigger() == 0 ? null : placeOf(violation.trigger(), 0, 0);
            Place place = placeOf(violation.element(), 0, 0);
            say(error(violation.code(), violation.expected(), place, null, target.pointer())
                    .triggeredBy(trigger));
            if (note.kind() == SyntaxNote.Kind.E) {
                // What must not be there calls for nothing else.
                judged &= ~(1L << violation.element());
            }
        }
    }

    /** Whether elements have more repetitions or components than they may. */
    private void judgeDivisions(long divided, Content target) {
        List<Dictionary.ElementDefinition> elements = use.segment().elements();
        for (long left = divided; left != 0; left &= left - 1) {
            int element = Long.numberOfTrailingZeros(left);
            if (element > elements.size()) {
                return;
            }
            Dictionary.ElementDefinition definition = elements.get(element - 1);
            int repeats = definition.type().repeats();
            int components = Math.max(1, definition.components().size());
            if (segment.repetitions(element) > repeats) {
                String most = repeats == 1 ? "one value, not repeated" : "at most " + repeats + " repetitions";
                report("IK403:12", most, placeOf(element, 0, repeats == 1 ? 0 : repeats + 1), null, target.pointer());
                misdivided |= 1L << element;
            } else if (segment.components(element) > components) {
                String most =
                        components == 1 ? "one value without components" : "at most " + components + " components";
                report("IK403:13", most, placeOf(element, 0, repeats == 1 ? 0 : 1), null, target.pointer());
                misdivided |= 1L << element;
            }
        }
    }

    private boolean isMisdivided(int element) {
        return (misdivided >> element & 1) == 1;
    }

    private boolean isFaulty(int element) {
        return (faulty >> element & 1) == 1;
    }

    /** Whether none of these elements holds anything, a bit for each position. */
    boolean areEmpty(long elements) {
        return (present & elements) == 0;
    }

    boolean isEmpty(Cell cell) {
        return !segment.has(cell.element())
                || (cell.component() > 0 && value(cell).isEmpty());
    }

    /** The value at a place, or its first repetition; good until the next one is asked for. */
    Slice value(Cell cell) {
        repetition = 1;
        if (cell.component() == 0 && cell.type().repeats() == 1) {
            segment.locate(cell.element(), value);
        } else {
            segment.locate(cell.element(), 1, cell.part(), value);
        }
        return value;
    }

    Slice value(Cell cell, int wanted) {
        repetition = wanted;
        segment.locate(cell.element(), wanted, cell.part(), value);
        return value;
    }

    /** The components of an element's first repetition that hold something, a bit for each place. */
    long presentComponents(Cell whole) {
        return segment.presentComponents(whole.element());
    }

    int repetitions(Cell cell) {
        return segment.repetitions(cell.element());
    }

    String count(Counter.Kind kind, String found) {
        return counts.expected(kind, found);
    }

    /** Judges a value by what its place allows; the field is null where it has none. */
    void judge(Cell cell, Allowed allowed, Slice found, Content target, FieldPath field) {
        ElementType.Fault fault = allowed.judgeReceived(found);
        if (fault != null) {
            fault(cell, fault, found.toString(), target, field);
        }
    }

    void fault(Cell cell, ElementType.Fault fault, String found, Content target, FieldPath field) {
        String code = "IK403:" + fault.code();
        if (fault.warning()) {
            warn(cell, code, fault.expected(), found, target, field);
        } else {
            issue(cell, code, fault.expected(), found, target, field);
        }
    }

    void missing(Cell cell, Content target, FieldPath field) {
        issue(cell, "IK403:1", "a value", "", target, field);
    }

    void issue(Cell cell, String code, String expected, String found, Content target, FieldPath field) {
        report(ofGuide(cell, code, found), expected, placeOf(cell), found, pointer(target, field));
    }

    void warn(Cell cell, String code, String expected, String found, Content target, FieldPath field) {
        Place place = placeOf(cell);
        say(Issue.warning(ofGuide(cell, code, found), words(place, expected), place, pointer(target, field), found));
    }

    /** A code of X12's that is not one of the guide's is wrong by the guide only. */
    private String ofGuide(Cell cell, String code, String found) {
        return code.equals(INVALID_CODE) && codes.include(cell.type(), found) ? "IK403:I6" : code;
    }

    private static String pointer(Content target, FieldPath field) {
        return field == null ? target.pointer() : field.pointer(target);
    }

    private void report(String code, String expected, Place place, String found, String pointer) {
        say(error(code, expected, place, found, pointer));
    }

    private static Issue error(String code, String expected, Place place, String found, String pointer) {
        return Issue.error(code, words(place, expected), place, pointer, found);
    }

    /**
     * Says what is wrong with an element, unless nothing can be said of what is inside it, or it holds what was told of where the
     * segment was cut out of the file.
     */
    private void say(Issue issue) {
        int element = issue.place().element();
        if (!isMisdivided(element)) {
            faulty |= 1L << element;
            if (!segment.holdsControlCharacter(element)) {
                report(issue);
            }
        }
    }

    /** Position of the segment in its set. */
    int position() {
        return position;
    }

    /** Reports a wrong value in a segment that was read before. */
    void issueBefore(int at, Loop where, Use of, Cell cell, String expected, String found, String pointer) {
        Place place = placeBefore(at, where, of, cell);
        report(Issue.error("IK403:7", words(place, expected), place, pointer, found));
    }

    /** Reports a segment that is missing, unexpected or too often there. */
    void segmentIssue(String code, String message, String segmentId, Loop where, String pointer) {
        report(Issue.error(code, message, place(position, segmentId, where, 0, 0, 0), pointer, null));
    }

    /** The place of the value asked for last, which is that of a cell. */
    Place placeOf(Cell cell) {
        boolean repeats =
                use.segment().elements().get(cell.element() - 1).type().repeats() > 1;
        return placeOf(cell.element(), cell.component(), repeats ? repetition : 0);
    }

    /** The place of the first segment of a loop. */
    Place beginningOf(Frame frame) {
        return place(frame.begun, frame.loop.first().segment().id(), frame.loop, 0, 0, 0);
    }

    /** A place in a segment that was read before; of the segment as a whole, where the cell is null. */
    Place placeBefore(int at, Loop where, Use of, Cell cell) {
        String id = of.segment().id();
        return cell == null ? place(at, id, where, 0, 0, 0) : place(at, id, where, cell.element(), cell.component(), 0);
    }

    private Place placeOf(int element, int component, int nthRepetition) {
        return place(position, segment.id(), loop, element, component, nthRepetition);
    }

    private Place place(int at, String segmentId, Loop where, int element, int component, int nthRepetition) {
        return new Place(
                interchange.controlNumber(),
                group == null ? "" : group.controlNumber(),
                set == null ? "" : set.controlNumber(),
                at,
                segmentId,
                where.id(),
                element,
                component,
                nthRepetition);
    }

    static String words(Place place, String expected) {
        String element = place.segment() + (place.element() < 10 ? "0" : "") + place.element();
        String name = place.component() == 0 ? element : element + "-" + place.component();
        String which = place.repetition() == 0 ? "" : " repetition " + place.repetition();
        return place.loop() + " " + name + which + ": expected " + expected;
    }

    /** Keeps a value that has no name of its own. */
    void keep(Content target, Cell cell, String text) {
        keep(target, cell.name(), text);
    }

    /** Occurrence of the use, from 1. */
    int occurrence() {
        return occurrence;
    }

    /** Keeps what else is to be known of the segment, under a name that begins with a place. */
    void keep(Content target, String place, String text) {
        if (!text.isEmpty()) {
            target.keep(keptName(loop, use, occurrence) + place, text);
        }
    }

    /** Keeps a segment that the guide has no place for. */
    void keepSegment(Content target, Loop where) {
        target.keepAnother(where.key() + ".unrecognized", segment.toString());
    }

    /** Keeps something of a loop that its fields do not tell. */
    static void keepMark(Content target, Loop where, String mark) {
        target.keep(where.key() + mark, "yes");
    }

    /** Keeps the order of qualifiers where it is not that of the guide. */
    void keepOrder(Content target, String order) {
        target.keep(keptName(loop, use, 1) + ORDER.substring(1), order);
    }

    /** The order of qualifiers that is kept; null for none. */
    String keptOrder(Content target) {
        return target.kept(keptName(loop, use, 1) + ORDER.substring(1));
    }

    /** The systematic name of a use's values, up to the position: {@code 2300.REF*P4#2.}. */
    static String keptName(Loop loop, Use use, int occurrence) {
        boolean numbered = occurrence > 1 && (use.at() == null || !use.at().array());
        return loop.key() + "." + use.key() + (numbered ? "#" + occurrence : "") + ".";
    }
}
