package org.claimgate.guide;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.claimgate.x12.SegmentWriter;

/** The segment being written: puts values into their places and notes what is wrong with them. */
final class Writing {

    /** Learns which field stands, or would stand, where. */
    interface Trace {

        void visited(int position, int element, int component, String pointer);
    }

    /** Answers what a counter is. */
    interface Counts {

        String value(Counter.Kind kind);
    }

    private record Visit(Cell cell, String pointer) {}

    private final SegmentWriter out;
    private final Consumer<Issue> issues;
    private final Counts counts;
    private final Trace trace;
    private final List<Issue> pending = new ArrayList<>();
    private final List<Visit> visits = new ArrayList<>();
    private Envelope envelope;
    private boolean envelopeExpected;
    private Loop loop;
    private Use use;
    private int occurrence;
    private int occurrences;

    Writing(SegmentWriter out, Consumer<Issue> issues, Counts counts, Trace trace) {
        this.out = out;
        this.issues = issues;
        this.counts = counts;
        this.trace = trace;
    }

    /** @param expected false while a document is only checked and values of the envelope may be absent */
    void inside(Envelope newEnvelope, boolean expected) {
        envelope = newEnvelope;
        envelopeExpected = expected;
    }

    /** Writes one occurrence (from 0) of so many of a use, if there is something to write. */
    void write(Loop place, Use newUse, int newOccurrence, int newOccurrences, JsonSource source) throws IOException {
        loop = place;
        use = newUse;
        occurrence = newOccurrence;
        occurrences = newOccurrences;
        out.begin(use.segment().id());
        boolean data = false;
        boolean beyondNames = occurrence > 0 && !use.carriesRepeats();
        for (Mapping mapping : use.mappings()) {
            data |= beyondNames ? putKept(mapping, source) : mapping.write(this, source);
        }
        data |= putKeptRepetitions(source);
        data |= kept(source, occurrence, Reading.PRESENT.substring(1)) != null;
        boolean nothingButGaps = !data && !pending.isEmpty();
        if (data || (use.required() && occurrence == 0 && !nothingButGaps)) {
            judgeNotes(source);
            finish();
        } else {
            discard(use.required() && occurrence == 0);
        }
        pending.clear();
        visits.clear();
    }

    /** What one element of the segment says of another, as X12 notes it; what is said of an element already stands. */
    private void judgeNotes(JsonSource source) {
        long present = use.notes().length == 0 ? 0 : out.present();
        for (SyntaxNote note : use.notes()) {
            SyntaxNote.Violation violation = note.judge(present);
            if (violation != null
                    && pending.stream().noneMatch(issue -> issue.place().element() == violation.element())) {
                Mapping at = use.mapping(violation.element());
                Cell cell = at.cells().stream()
                        .filter(place -> place.element() == violation.element())
                        .findFirst()
                        .orElseThrow();
                FieldPath field = at.firstField();
                issue(cell, violation.code(), violation.expected(), null, () -> pointer(source, field));
            }
        }
    }

    private static String pointer(JsonSource source, FieldPath field) {
        return field == null ? source.pointer() : source.pointer(field);
    }

    private void finish() throws IOException {
        int position = out.positionInSet() + 1;
        pending.forEach(issues);
        if (trace != null) {
            for (Visit visit : visits) {
                trace.visited(position, visit.cell.element(), visit.cell.component(), visit.pointer);
            }
        }
        out.end();
    }

    /** Drops the segment; what a required one lacks is reported all the same. */
    private void discard(boolean report) {
        if (report) {
            pending.forEach(issues);
        }
        out.discard();
    }

    private boolean putKept(Mapping mapping, JsonSource source) {
        boolean any = false;
        for (Cell cell : mapping.cells()) {
            String kept = kept(source, cell);
            any |= kept != null && put(cell, kept, source::pointer);
        }
        return any;
    }

    private boolean putKeptRepetitions(JsonSource source) {
        boolean any = false;
        if (!source.node().has(Reading.UNNAMED)) {
            return false;
        }
        List<Dictionary.ElementDefinition> elements = use.segment().elements();
        for (int element = 1; element <= elements.size(); element++) {
            int most = elements.get(element - 1).type().repeats();
            int parts = Math.max(1, elements.get(element - 1).components().size());
            boolean more = most > 1;
            for (int repetition = 2; more; repetition++) {
                more = false;
                for (int part = 1; part <= parts; part++) {
                    String kept = source.kept(keptName() + element + "-" + part + "^" + repetition);
                    more |= kept != null && out.put(element, repetition, part, kept);
                }
                any |= more;
            }
        }
        return any;
    }

    int occurrence() {
        return occurrence;
    }

    int occurrences() {
        return occurrences;
    }

    String count(Counter.Kind kind) {
        return counts.value(kind);
    }

    String kept(JsonSource source, Cell cell) {
        return source.node().has(Reading.UNNAMED) ? source.kept(keptName() + cell.name()) : null;
    }

    /** What else the document keeps of an occurrence (from 0), or null. */
    String kept(JsonSource source, int ofOccurrence, String place) {
        return source.node().has(Reading.UNNAMED)
                ? source.kept(Reading.keptName(loop, use, ofOccurrence + 1) + place)
                : null;
    }

    /** The order of qualifiers that the document keeps, or null. */
    String keptOrder(JsonSource source) {
        return source.node().has(Reading.UNNAMED) ? source.kept(keptName() + Reading.ORDER.substring(1)) : null;
    }

    private String keptName() {
        return Reading.keptName(loop, use, occurrence + 1);
    }

    /** The text of a value; empty when there is none or it is no plain value, which is an issue. */
    String text(JsonNode value, Cell cell, Supplier<String> pointer) {
        visit(cell, pointer);
        if (value == null || value.isNull()) {
            return "";
        }
        if (value.isContainerNode()) {
            issue(cell, "JSON:type", "a text, not " + (value.isArray() ? "an array" : "an object"), null, pointer);
            return "";
        }
        return value.asText();
    }

    /** Whether somebody wants to know which field stands where. */
    boolean isTraced() {
        return trace != null;
    }

    void visit(Cell cell, Supplier<String> pointer) {
        if (isTraced()) {
            visits.add(new Visit(cell, pointer.get()));
        }
    }

    boolean put(Cell cell, String value, Supplier<String> pointer) {
        visit(cell, pointer);
        if (!out.put(cell.element(), 1, cell.part(), value)) {
            issue(cell, "IK403:6", "no separator and no control character inside", value, pointer);
        }
        return true;
    }

    void putRepetition(Cell cell, Allowed allowed, int repetition, String value, Supplier<String> pointer) {
        if (value.isEmpty()) {
            return;
        }
        judge(cell, allowed, value, pointer);
        if (!out.put(cell.element(), repetition, cell.part(), value)) {
            issue(cell, "IK403:6", "no separator and no control character inside", value, pointer);
        }
    }

    /** Judges a value by what its place allows. */
    void judge(Cell cell, Allowed allowed, String text, Supplier<String> pointer) {
        ElementType.Fault fault = allowed.judge(text);
        if (fault == null) {
            return;
        }
        if (fault.warning()) {
            Place place = place(use.segment().id(), loop, cell.element(), cell.component());
            String words = Reading.words(place, fault.expected());
            pending.add(Issue.warning("IK403:" + fault.code(), words, place, pointer.get(), text));
        } else {
            issue(cell, "IK403:" + fault.code(), fault.expected(), text, pointer);
        }
    }

    void missing(Cell cell, FieldPath path, JsonSource source) {
        if (!path.isEnvelope() || envelopeExpected) {
            issue(cell, "IK403:1", "a value", null, () -> source.pointer(path));
        }
    }

    void issue(Cell cell, String code, String expected, String value, Supplier<String> pointer) {
        Place place = place(use.segment().id(), loop, cell.element(), cell.component());
        pending.add(Issue.error(code, Reading.words(place, expected), place, pointer.get(), value));
    }

    /** Reports a loop or segment that is missing or too often there. */
    void segmentIssue(String code, String message, String segmentId, Loop where, String pointer) {
        issues.accept(Issue.error(code, message, place(segmentId, where, 0, 0), pointer, null));
    }

    private Place place(String segmentId, Loop where, int element, int component) {
        return new Place(
                envelope.interchange().controlNumber(),
                envelope.group() == null ? "" : envelope.group().controlNumber(),
                envelope.set() == null ? "" : envelope.set().controlNumber(),
                out.positionInSet() + 1,
                segmentId,
                where.id(),
                element,
                component);
    }
}
