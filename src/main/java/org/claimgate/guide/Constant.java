package org.claimgate.guide;

import java.util.List;

/** A value that is always the same. */
record Constant(Cell cell, String value) implements Mapping {

    @Override
    public void read(Reading reading, JsonTarget target) {
        String text = reading.text(cell);
        if (text.equals(value)) {
            return;
        }
        String code = text.isEmpty() ? "IK403:1" : "IK403:7";
        reading.issue(cell, code, "the value " + value, text, target::pointer);
        reading.keep(target, cell, text);
    }

    @Override
    public boolean hasData(JsonSource source) {
        return false;
    }

    @Override
    public boolean write(Writing writing, JsonSource source) {
        String kept = writing.kept(source, cell);
        writing.put(cell, kept == null ? value : kept, source::pointer);
        return false;
    }

    @Override
    public List<Cell> cells() {
        return List.of(cell);
    }

    @Override
    public void visit(FieldVisitor visitor) {}
}
