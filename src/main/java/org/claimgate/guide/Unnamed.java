package org.claimgate.guide;

import java.util.List;

/**
 * A place that the vocabulary has no name for: its value is kept under a systematic name.
 *
 * @param allowed null where the guide does not use the place
 */
record Unnamed(Cell cell, Allowed allowed) implements Mapping {

    boolean isUsed() {
        return allowed != null;
    }

    @Override
    public void read(Reading reading, JsonTarget target) {
        String text = reading.text(cell);
        if (text.isEmpty()) {
            if (isUsed() && allowed.required()) {
                reading.issue(cell, "IK403:1", "a value", "", target::pointer);
            }
            return;
        }
        if (isUsed()) {
            reading.judge(cell, allowed, text, target::pointer);
        } else {
            reading.warn(cell, "IK403:I10", "nothing, the guide does not use this element", text, target::pointer);
        }
        reading.keep(target, cell, text);
    }

    @Override
    public boolean hasData(JsonSource source) {
        return false;
    }

    @Override
    public boolean write(Writing writing, JsonSource source) {
        String kept = writing.kept(source, cell);
        return kept != null && writing.put(cell, kept, source::pointer);
    }

    @Override
    public List<Cell> cells() {
        return List.of(cell);
    }

    @Override
    public void visit(FieldVisitor visitor) {}
}
