package org.claimgate.guide;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Supplier;
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
    public boolean hasData(JsonSource source) {
        return source.has(path);
    }

    @Override
    public boolean write(Writing writing, JsonSource source) {
        JsonNode value = path.get(source.base(path));
        if (path.array()) {
            return writeItems(writing, source, value);
        }
        String text = writing.text(value, cell, () -> source.pointer(path));
        if (!text.isEmpty()) {
            return writeText(writing, text, () -> source.pointer(path));
        }
        if (whenAbsent != null) {
            writing.put(cell, whenAbsent, () -> source.pointer(path));
        } else if (allowed.required()) {
            writing.missing(cell, path, source);
        }
        return false;
    }

    private boolean writeItems(Writing writing, JsonSource source, JsonNode items) {
        if (items == null) {
            if (allowed.required()) {
                writing.missing(cell, path, source);
            }
            return false;
        }
        if (cell.type().repeats() == 1) {
            int item = writing.occurrence();
            Supplier<String> pointer = () -> source.pointer(path) + "/" + item;
            String text = writing.text(items.get(item), cell, pointer);
            return !text.isEmpty() && writeText(writing, text, pointer);
        }
        for (int i = 0; i < items.size(); i++) {
            int item = i;
            Supplier<String> pointer = () -> source.pointer(path) + "/" + item;
            writing.putRepetition(cell, allowed, i + 1, writing.text(items.get(i), cell, pointer), pointer);
        }
        return !items.isEmpty();
    }

    /** Writes one value of an array that is laid over several places. */
    void writeValue(Writing writing, JsonNode value, Supplier<String> pointer) {
        String text = writing.text(value, cell, pointer);
        if (!text.isEmpty()) {
            writeText(writing, text, pointer);
        }
    }

    private boolean writeText(Writing writing, String text, Supplier<String> pointer) {
        writing.judge(cell, allowed, text, pointer);
        return writing.put(cell, text, pointer);
    }

    @Override
    public int occurrences(JsonSource source) {
        return spansOccurrences() ? source.size(path) : 0;
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
    public void visit(FieldVisitor visitor) {
        visitor.field(path, cell, allowed.required(allowed.required() && whenAbsent == null));
    }
}
