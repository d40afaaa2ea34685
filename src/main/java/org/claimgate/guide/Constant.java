package org.claimgate.guide;

import java.util.List;
import org.claimgate.x12.Slice;

/** A value that is always the same. */
record Constant(Cell cell, String value) implements Mapping {

    @Override
    public void read(Reading reading, Content target) {
        Slice found = reading.value(cell);
        if (!judge(reading, found, target)) {
            reading.keep(target, cell, found.toString());
        }
    }

    /** Whether the value that was found is the right one. */
    boolean judge(Reading reading, Slice found, Content target) {
        if (found.matches(value)) {
            return true;
        }
        String code = found.isEmpty() ? "IK403:1" : "IK403:7";
        reading.issue(cell, code, "the value " + value, found.toString(), target, null);
        return false;
    }

    @Override
    public boolean demands() {
        return true;
    }

    @Override
    public void bind(Shape here, Shape document) {}

    @Override
    public boolean hasData(Content source) {
        return false;
    }

    @Override
    public boolean write(Writing writing, Content source) {
        String kept = writing.kept(source, cell);
        writing.from(source);
        writing.put(cell, kept == null ? value : kept);
        return false;
    }

    @Override
    public List<Cell> cells() {
        return List.of(cell);
    }

    @Override
    public void visit(FieldVisitor visitor) {}
}
