package org.claimgate.guide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.claimgate.x12.SegmentWriter;
import org.claimgate.x12.Slice;

/** The segment being written: puts values into their places and notes what is wrong with them. */
final class Writing {

    /** Learns which field stands, or would stand, where. */
    interface Trace {

        void visited(Loop loop, String segment, int position, int element, int component, String pointer);
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
    private final Slice slice = new Slice();
    private Envelope envelope;
    private boolean envelopeExpected;
    private Loop loop;
    private Use use;
    private int occurrence;
    private int occurrences;
    /** Where what is put comes from: an object, or one of its fields, or an item of that. */
    private Content source;

    private FieldPath field;
    private int item;

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

    /** What is put now comes from an object as a whole. */
    void from(Content object) {
        from(object, null);
    }

    /** What is put now comes from a field. */
    void from(Content object, FieldPath newField) {
        fromItem(object, newField, -1);
    }

    /** What is put now comes from an item of an array. */
    void fromItem(Content object, FieldPath array, int newItem) {
        source = object;
        field = array;
        item = newItem;
    }

    private String pointer() {
        String pointer = field == null ? source.pointer() : field.pointer(source);
        return item < 0 ? pointer : pointer + "/" + item;
    }

    /** Writes one occurrence (from 0) of so many of a use that must be there or that the document has something for, if anything comes of it. */
    void write(Loop place, Use newUse, int newOccurrence, int newOccurrences, Content own) throws IOException {
        loop = place;
        use = newUse;
        occurrence = newOccurrence;
        occurrences = newOccurrences;
        out.begin(use.segment().id());
        boolean beyondNames = occurrence > 0 && !use.carriesRepeats();
        boolean data = beyondNames ? putKept(own) | use.writeOn(this, own) : use.write(this, own);
        if (own.keepsAnything()) {
            data |= putKeptRepetitions(own);
            data |= kept(own, occurrence, Reading.PRESENT.substring(1)) != null;
        }
        boolean nothingButGaps = !data && !pending.isEmpty();
        if (data || (use.required() && occurrence == 0 && !nothingButGaps)) {
            judgeNotes(own);
            finish();
        } else {
            if (!loop.isReplaceable(use)) {
                pending.forEach(issues);
            }
            out.discard();
        }
        pending.clear();
        visits.clear();
    }

    /** What one element of the segment says of another, as X12 notes it; what is said of an element already stands. */
    private void judgeNotes(Content own) {
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
                from(own, at.firstField());
                issue(cell, violation.code(), violation.expected(), null);
            }
        }
    }

    private void finish() throws IOException {
        int position = out.positionInSet() + 1;
        pending.forEach(issues);
        if (trace != null) {
            for (Visit visit : visits) {
                trace.visited(
                        loop,
                        use.segment().id(),
                        position,
                        visit.cell.element(),
                        visit.cell.component(),
                        visit.pointer);
            }
        }
        out.end();
    }

    private boolean putKept(Content own) {
        boolean any = false;
        from(own);
        for (Mapping mapping : use.mappings()) {
            for (Cell cell : mapping.cells()) {
                String kept = kept(own, cell);
                any |= kept != null && put(cell, kept);
            }
        }
        return any;
    }

    private boolean putKeptRepetitions(Content own) {
        boolean any = false;
        List<Dictionary.ElementDefinition> elements = use.segment().elements();
        for (int element = 1; element <= elements.size(); element++) {
            int most = elements.get(element - 1).type().repeats();
            int parts = Math.max(1, elements.get(element - 1).components().size());
            boolean more = most > 1;
            for (int repetition = 2; more; repetition++) {
                more = false;
                for (int part = 1; part <= parts; part++) {
                    String kept = own.kept(keptName() + element + "-" + part + "^" + repetition);
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

    String kept(Content own, Cell cell) {
        return own.keepsAnything() ? own.kept(keptName() + cell.name()) : null;
    }

    /** What else the document keeps of an occurrence (from 0), or null. */
    String kept(Content own, int ofOccurrence, String place) {
        return own.keepsAnything() ? own.kept(Reading.keptName(loop, use, ofOccurrence + 1) + place) : null;
    }

    /** The order of qualifiers that the document keeps, or null. */
    String keptOrder(Content own) {
        return own.keepsAnything() ? kept(own, 0, Reading.ORDER.substring(1)) : null;
    }

    private String keptName() {
        return Reading.keptName(loop, use, occurrence + 1);
    }

    /** The text of the field or item; empty when there is none or it is no plain value, which is an issue. */
    CharSequence text(Cell cell) {
        visit(cell);
        long value = item < 0 ? field.value(source) : field.value(source, item);
        CharSequence text = source.text(value, slice);
        if (Content.isMisfit(value)) {
            issue(cell, "JSON:type", "a text, not " + text, null);
            return "";
        }
        return text;
    }

    /** The text of a field, good until the next one is asked for. */
    CharSequence value(Content object, FieldPath path) {
        return object.text(path.value(object), slice);
    }

    /** Whether somebody wants to know which field stands where. */
    boolean isTraced() {
        return trace != null;
    }

    void visit(Cell cell) {
        if (isTraced()) {
            visits.add(new Visit(cell, pointer()));
        }
    }

    boolean put(Cell cell, CharSequence value) {
        visit(cell);
        putRepetition(cell, 1, value);
        return true;
    }

    void putRepetition(Cell cell, int repetition, CharSequence value) {
        if (!out.put(cell.element(), repetition, cell.part(), value) && !isTold(cell)) {
            issue(cell, "IK403:6", "no separator and no control character inside", value.toString());
        }
    }

    /** Whether the value is told as an error already; a warning alone would let it be dropped. */
    private boolean isTold(Cell cell) {
        String pointer = pointer();
        return pending.stream()
                .anyMatch(issue -> issue.isError()
                        && issue.place().element() == cell.element()
                        && issue.place().component() == cell.component()
                        && issue.pointer().equals(pointer));
    }

    /** Judges a value by what its place allows. */
    void judge(Cell cell, Allowed allowed, CharSequence text) {
        ElementType.Fault fault = allowed.judge(text);
        if (fault == null) {
            return;
        }
        if (fault.warning()) {
            Place place = place(use.segment().id(), loop, cell.element(), cell.component());
            String words = Reading.words(place, fault.expected());
            pending.add(Issue.warning("IK403:" + fault.code(), words, place, pointer(), text.toString()));
        } else {
            issue(cell, "IK403:" + fault.code(), fault.expected(), text.toString());
        }
    }

    /** The field has no value, and its place must have one. */
    void missing(Cell cell) {
        if ((!field.isEnvelope() || envelopeExpected) && !isTold(cell)) {
            issue(cell, "IK403:1", "a value", null);
        }
    }

    void issue(Cell cell, String code, String expected, String value) {
        Place place = place(use.segment().id(), loop, cell.element(), cell.component());
        pending.add(Issue.error(code, Reading.words(place, expected), place, pointer(), value));
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
