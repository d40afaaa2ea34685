package org.claimgate.guide;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.Interchange;
import org.claimgate.x12.Segment;
import org.claimgate.x12.TransactionSet;

/** The segment being read: its values, what is wrong with them, and the names under which unnamed values are kept. */
final class Reading {

    static final String UNNAMED = "x12";
    static final String ORDER = ".order";

    /** Answers what a counter should be; null when the loop does not count it. */
    interface Counts {

        String expected(Counter.Kind kind, String found);
    }

    private final Consumer<Issue> issues;
    private final Counts counts;
    private Interchange interchange;
    private FunctionalGroup group;
    private TransactionSet set;
    private Segment segment;
    private int position;
    private Loop loop;
    private Use use;
    private int occurrence;

    Reading(Consumer<Issue> issues, Counts counts) {
        this.issues = issues;
        this.counts = counts;
    }

    void inside(Interchange newInterchange, FunctionalGroup newGroup, TransactionSet newSet) {
        interchange = newInterchange;
        group = newGroup;
        set = newSet;
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
    void read(Loop place, Use newUse, int newOccurrence, JsonTarget target) {
        loop = place;
        use = newUse;
        occurrence = newOccurrence;
        JsonTarget inside = use.at() == null ? target : target.item(use.at());
        boolean beyondNames = occurrence > 1 && !use.carriesRepeats();
        for (Mapping mapping : use.mappings()) {
            if (beyondNames) {
                mapping.cells().forEach(cell -> keep(inside, cell, text(cell)));
            } else {
                mapping.read(this, inside);
            }
        }
        if (segment.elements() > use.segment().elements().size()) {
            String most = "at most " + use.segment().elements().size() + " elements";
            report("IK403:3", most, use.segment().elements().size() + 1, 0, null, inside.pointer());
        }
        keepRepetitions(inside);
    }

    private void keepRepetitions(JsonTarget target) {
        List<Dictionary.ElementDefinition> elements = use.segment().elements();
        for (int element = 1; element <= Math.min(segment.elements(), elements.size()); element++) {
            ElementType type = elements.get(element - 1).type();
            if (type.repeats() == 1 || segment.repetitions(element) <= 1 || isList(element)) {
                continue;
            }
            for (int repetition = 2; repetition <= segment.repetitions(element); repetition++) {
                for (int part = 1; part <= segment.components(element, repetition); part++) {
                    String text = segment.text(element, repetition, part);
                    keep(target, element + "-" + part + "^" + repetition, text);
                }
            }
        }
    }

    private boolean isList(int element) {
        return use.mappings().stream()
                .anyMatch(mapping -> mapping instanceof Field field
                        && field.cell().element() == element
                        && field.path().array());
    }

    boolean isEmpty(Cell cell) {
        return !segment.has(cell.element()) || text(cell).isEmpty();
    }

    String text(Cell cell) {
        return cell.component() == 0 && cell.type().repeats() == 1
                ? segment.text(cell.element())
                : segment.text(cell.element(), 1, cell.part());
    }

    List<String> repetitions(Cell cell) {
        List<String> texts = new ArrayList<>();
        for (int repetition = 1; repetition <= segment.repetitions(cell.element()); repetition++) {
            texts.add(segment.text(cell.element(), repetition, cell.part()));
        }
        return texts;
    }

    String count(Counter.Kind kind, String found) {
        return counts.expected(kind, found);
    }

    /** Judges a value by what its place allows. */
    void judge(Cell cell, Allowed allowed, String text, Supplier<String> pointer) {
        ElementType.Fault fault = allowed.judge(text);
        if (fault == null) {
            return;
        }
        if (fault.warning()) {
            warn(cell, "IK403:" + fault.code(), fault.expected(), text, pointer);
        } else {
            issue(cell, "IK403:" + fault.code(), fault.expected(), text, pointer);
        }
    }

    void issue(Cell cell, String code, String expected, String value, Supplier<String> pointer) {
        report(code, expected, cell.element(), cell.component(), value, pointer.get());
    }

    void warn(Cell cell, String code, String expected, String value, Supplier<String> pointer) {
        Place place = place(loop.id(), cell.element(), cell.component());
        issues.accept(Issue.warning(code, words(place, expected), place, pointer.get(), value));
    }

    private void report(String code, String expected, int element, int component, String value, String pointer) {
        Place place = place(loop.id(), element, component);
        issues.accept(Issue.error(code, words(place, expected), place, pointer, value));
    }

    /** Reports a segment that is missing, unexpected or too often there. */
    void segmentIssue(String code, String message, String segmentId, Loop where, String pointer) {
        Place place = new Place(
                interchange.controlNumber(),
                group == null ? "" : group.controlNumber(),
                set == null ? "" : set.controlNumber(),
                position,
                segmentId,
                where.id(),
                0,
                0);
        issues.accept(Issue.error(code, message, place, pointer, null));
    }

    private Place place(String loopId, int element, int component) {
        return new Place(
                interchange.controlNumber(),
                group == null ? "" : group.controlNumber(),
                set == null ? "" : set.controlNumber(),
                position,
                segment.id(),
                loopId,
                element,
                component);
    }

    static String words(Place place, String expected) {
        String element = String.format("%s%02d", place.segment(), place.element());
        String name = place.component() == 0 ? element : element + "-" + place.component();
        return place.loop() + " " + name + ": expected " + expected;
    }

    /** Keeps a value that has no name of its own. */
    void keep(JsonTarget target, Cell cell, String text) {
        keep(target, cell.name(), text);
    }

    private void keep(JsonTarget target, String place, String text) {
        if (!text.isEmpty()) {
            unnamed(target).put(keptName(loop, use, occurrence) + place, text);
        }
    }

    /** Keeps a segment that the guide has no place for. */
    void keepSegment(JsonTarget target, Loop where) {
        ObjectNode unnamed = unnamed(target);
        String name = where.key() + ".unrecognized";
        (unnamed.has(name) ? unnamed.withArray("/" + name) : unnamed.putArray(name)).add(segment.toString());
    }

    /** Keeps the order of a loop's parts where it is not that of the guide. */
    static void keepOrder(JsonTarget target, Loop where, String order) {
        unnamed(target).put(where.key() + ORDER, order);
    }

    /** Keeps that a loop stands apart from an equal one before it. */
    static void keepRepeat(JsonTarget target, Loop where) {
        unnamed(target).put(where.key() + ".again", "yes");
    }

    /** Keeps the order of qualifiers where it is not that of the guide. */
    void keepOrder(JsonTarget target, String order) {
        unnamed(target).put(keptName(loop, use, occurrence) + ORDER.substring(1), order);
    }

    private static ObjectNode unnamed(JsonTarget target) {
        ObjectNode node = target.node();
        return node.get(UNNAMED) instanceof ObjectNode existing ? existing : node.putObject(UNNAMED);
    }

    /** The systematic name of a use's values, up to the position: {@code 2300.REF*P4#2.}. */
    static String keptName(Loop loop, Use use, int occurrence) {
        boolean numbered = occurrence > 1 && (use.at() == null || !use.at().array());
        return loop.key() + "." + use.key() + (numbered ? "#" + occurrence : "") + ".";
    }
}
