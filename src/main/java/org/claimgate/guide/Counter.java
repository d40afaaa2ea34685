package org.claimgate.guide;

import java.util.List;
import org.claimgate.x12.Slice;

/**
 * A number that the writer keeps and the reader checks.
 *
 * @param override a field that takes the place of the count; null for none
 */
record Counter(Cell cell, Kind kind, FieldPath override) implements Mapping {

    /** What is counted. */
    enum Kind {
        /** HL01: hierarchical levels in the set. */
        LEVEL,
        /** HL02: the HL01 of the level above. */
        PARENT,
        /** HL04: whether a level stands below. */
        CHILD,
        /** LX01: the ordinal of the loop in the one around it. */
        ORDINAL
    }

    @Override
    public void read(Reading reading, Content target) {
        String text = reading.value(cell).toString();
        String expected = reading.count(kind, text);
        if (expected == null || text.equals(expected)) {
            return;
        }
        if (override != null && !text.isEmpty()) {
            Slice value = reading.value(cell);
            reading.judge(cell, Allowed.any(cell.type()), value, target, override);
            override.put(target, value);
            return;
        }
        String code = text.isEmpty() ? "IK403:1" : "IK403:7";
        reading.issue(cell, code, "the value " + expected, text, target, override);
    }

    @Override
    public boolean demands() {
        return true;
    }

    @Override
    public void bind(Shape here, Shape document) {
        if (override != null) {
            override.bindValue(here, document);
        }
    }

    @Override
    public boolean hasData(Content source) {
        return override != null && override.has(source);
    }

    @Override
    public boolean write(Writing writing, Content source) {
        String count = writing.count(kind);
        if (override != null && override.has(source)) {
            writing.from(source, override);
            return writing.put(cell, writing.text(cell));
        }
        writing.from(source);
        writing.put(cell, count);
        return false;
    }

    @Override
    public List<Cell> cells() {
        return List.of(cell);
    }

    @Override
    public List<Cell> nameless() {
        return List.of();
    }

    @Override
    public void visit(FieldVisitor visitor) {
        if (override != null) {
            visitor.field(override, cell, Allowed.any(cell.type()));
        }
    }
}
