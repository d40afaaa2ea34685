package org.claimgate.guide;

import java.util.List;
import org.claimgate.x12.Slice;

/**
 * A place that the vocabulary has no name for: its value is kept under a systematic name.
 *
 * @param allowed null where the guide does not use the place
 */
record Unnamed(Cell cell, Allowed allowed) implements Mapping {

    private static final String NOT_USED = "nothing, the guide does not use this element";

    boolean isUsed() {
        return allowed != null;
    }

    @Override
    public void read(Reading reading, Content target) {
        Slice value = reading.value(cell);
        if (value.isEmpty()) {
            if (isUsed() && allowed.required()) {
                reading.missing(cell, target, null);
            }
            return;
        }
        if (isUsed()) {
            reading.judge(cell, allowed, value, target, null);
        } else {
            reading.warn(cell, "IK403:I10", NOT_USED, value.toString(), target, null);
        }
        reading.keep(target, cell, value.toString());
    }

    @Override
    public boolean demands() {
        return isUsed() && allowed.required();
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
        return kept != null && writing.put(cell, kept);
    }

    @Override
    public List<Cell> cells() {
        return List.of(cell);
    }

    @Override
    public void visit(FieldVisitor visitor) {}
}
