package org.claimgate.guide;

import java.util.List;
import org.claimgate.x12.Slice;

/**
 * A place that carries a JSON field.
 *
 * @param whenAbsent written when the field is absent, and not stored when read; null for nothing
 */
record Field(Cell cell, FieldPath path, Allowed allowed, String whenAbsent) implements Mapping {

    @Override
    public void read(Reading reading, Content target) {
        if (path.array() && cell.type().repeats() > 1) {
            for (int repetition = 1; repetition <= reading.repetitions(cell); repetition++) {
                store(reading, target, reading.value(cell, repetition));
            }
            return;
        }
        store(reading, target, reading.value(cell));
    }

    private void store(Reading reading, Content target, Slice value) {
        if (value.isEmpty()) {
            if (allowed.required()) {
                reading.missing(cell, target, path);
            }
            return;
        }
        reading.judge(cell, allowed, value, target, path);
        if (whenAbsent == null || !value.matches(whenAbsent)) {
            path.put(target, value);
        }
    }

    @Override
    public boolean demands() {
        return allowed.required();
    }

    @Override
    public void bind(Shape here, Shape document) {
        path.bindValue(here, document);
    }

    @Override
    public boolean hasData(Content source) {
        return path.has(source);
    }

    @Override
    public boolean write(Writing writing, Content source) {
        if (path.array()) {
            return writeItems(writing, source);
        }
        writing.from(source, path);
        if (writeText(writing)) {
            return true;
        }
        if (whenAbsent != null) {
            writing.put(cell, whenAbsent);
        } else if (allowed.required()) {
            writing.missing(cell);
        }
        return false;
    }

    private boolean writeItems(Writing writing, Content source) {
        int items = path.size(source);
        if (items == 0) {
            if (allowed.required()) {
                writing.from(source, path);
                writing.missing(cell);
            }
            return false;
        }
        if (cell.type().repeats() == 1) {
            return writing.occurrence() < items && writeItem(writing, source, path, writing.occurrence());
        }
        for (int item = 0; item < items; item++) {
            writing.fromItem(source, path, item);
            CharSequence text = writing.text(cell);
            if (!text.isEmpty()) {
                writing.judge(cell, allowed, text);
                writing.putRepetition(cell, item + 1, text);
            }
        }
        return true;
    }

    /** Writes one value of an array that is laid over several places. */
    boolean writeItem(Writing writing, Content source, FieldPath items, int item) {
        writing.fromItem(source, items, item);
        return writeText(writing);
    }

    private boolean writeText(Writing writing) {
        CharSequence text = writing.text(cell);
        if (text.isEmpty()) {
            return false;
        }
        writing.judge(cell, allowed, text);
        return writing.put(cell, text);
    }

    @Override
    public int occurrences(Content source) {
        return spansOccurrences() ? path.size(source) : 0;
    }

    @Override
    public boolean spansOccurrences() {
        return path.array() && cell.type().repeats() == 1;
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
        visitor.field(path, cell, allowed.required(allowed.required() && whenAbsent == null));
    }
}
