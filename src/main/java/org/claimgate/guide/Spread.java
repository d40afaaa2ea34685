package org.claimgate.guide;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * An array laid over the slots of a segment: composites of an HI, triplets of a CAS, modifiers of a procedure. When the
 * segment repeats, the array goes on in its next occurrence.
 *
 * @param items the array; its items are objects, or plain values when {@code plain}
 * @param slots the mappings of each slot; of a plain array, the one that is the value is a {@link Field} without a path of its own
 */
record Spread(FieldPath items, List<List<Mapping>> slots, boolean plain, boolean required, boolean continues)
        implements Mapping {

    @Override
    public void read(Reading reading, Content target) {
        boolean any = false;
        for (List<Mapping> slot : slots) {
            if (isEmpty(reading, slot)) {
                continue;
            }
            any = true;
            if (plain) {
                readPlain(reading, target, slot);
                continue;
            }
            Content item = items.open(target);
            for (Mapping mapping : slot) {
                mapping.read(reading, item);
            }
        }
        if (required && !any) {
            reading.missing(slots.get(0).get(0).cells().get(0), target, items);
        }
    }

    @Override
    public void bind(Shape here, Shape document) {
        Shape inner = plain ? here : items.bindObject(here, document);
        slots.forEach(slot -> slot.forEach(mapping -> mapping.bind(inner, document)));
    }

    private static boolean isEmpty(Reading reading, List<Mapping> slot) {
        for (Mapping mapping : slot) {
            for (Cell cell : mapping.cells()) {
                if (!reading.isEmpty(cell)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void readPlain(Reading reading, Content target, List<Mapping> slot) {
        for (Mapping mapping : slot) {
            mapping.read(reading, target);
        }
    }

    @Override
    public boolean hasData(JsonSource source) {
        return source.has(items);
    }

    @Override
    public boolean write(Writing writing, JsonSource source) {
        int total = source.size(items);
        int first = continues ? writing.occurrence() * slots.size() : 0;
        for (int i = 0; i < slots.size() && first + i < total; i++) {
            writeSlot(writing, source, slots.get(i), first + i);
        }
        if (total == 0 && required) {
            writing.missing(slots.get(0).get(0).cells().get(0), items, source);
        }
        if (!continues && total > slots.size()) {
            Cell last = slots.get(slots.size() - 1).get(0).cells().get(0);
            writing.issue(last, "IK403:3", "at most " + slots.size() + " items", null, () -> source.pointer(items));
        }
        return first < total;
    }

    private void writeSlot(Writing writing, JsonSource source, List<Mapping> slot, int index) {
        if (!plain) {
            JsonSource item = source.item(items, index);
            slot.forEach(mapping -> mapping.write(writing, item));
            return;
        }
        JsonNode value = items.get(source.base(items)).get(index);
        Supplier<String> pointer = () -> source.pointer(items) + "/" + index;
        for (Mapping mapping : slot) {
            if (mapping instanceof Field field) {
                field.writeValue(writing, value, pointer);
            } else {
                mapping.write(writing, source);
            }
        }
    }

    @Override
    public int occurrences(JsonSource source) {
        int size = source.size(items);
        return continues ? (size + slots.size() - 1) / slots.size() : 0;
    }

    @Override
    public boolean spansOccurrences() {
        return continues;
    }

    @Override
    public List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        slots.forEach(slot -> slot.forEach(mapping -> cells.addAll(mapping.cells())));
        return cells;
    }

    @Override
    public void visit(FieldVisitor visitor) {
        List<Mapping> slot = slots.get(0);
        if (plain) {
            slot.forEach(mapping -> mapping.visit(visitor));
        } else {
            visitor.inside(items, inner -> slot.forEach(mapping -> mapping.visit(inner)));
        }
    }
}
