package org.claimgate.guide;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * An array laid over the slots of a segment: composites of an HI, triplets of a CAS, modifiers of a procedure. When the
 * segment repeats, the array goes on in its next occurrence.
 */
final class Spread implements Mapping {

    /** One group of places that holds an item. */
    private record Slot(Mapping[] mappings, Cell[] cells) {

        private static Slot of(List<Mapping> mappings) {
            Cell[] cells = mappings.stream()
                    .flatMap(mapping -> mapping.cells().stream())
                    .toArray(Cell[]::new);
            return new Slot(mappings.toArray(Mapping[]::new), cells);
        }

        private boolean isEmpty(Reading reading) {
            for (Cell cell : cells) {
                if (!reading.isEmpty(cell)) {
                    return false;
                }
            }
            return true;
        }

        private void read(Reading reading, Content target) {
            for (Mapping mapping : mappings) {
                mapping.read(reading, target);
            }
        }
    }

    private final FieldPath items;
    private final Slot[] slots;
    private final boolean plain;
    private final boolean required;
    private final boolean continues;

    /**
     * @param items the array; its items are objects, or plain values when {@code plain}
     * @param slots the mappings of each slot; of a plain array, the one that is the value is a {@link Field} without a path of
     *     its own
     * @param continues whether the array goes on in the next occurrence of the segment
     */
    Spread(FieldPath items, List<List<Mapping>> slots, boolean plain, boolean required, boolean continues) {
        this.items = items;
        this.slots = slots.stream().map(Slot::of).toArray(Slot[]::new);
        this.plain = plain;
        this.required = required;
        this.continues = continues;
    }

    /** The mappings of each slot. */
    List<List<Mapping>> slots() {
        return Arrays.stream(slots).map(slot -> List.of(slot.mappings)).toList();
    }

    boolean plain() {
        return plain;
    }

    boolean required() {
        return required;
    }

    @Override
    public void read(Reading reading, Content target) {
        boolean any = false;
        for (Slot slot : slots) {
            if (!slot.isEmpty(reading)) {
                any = true;
                slot.read(reading, plain ? target : items.open(target));
            }
        }
        if (required && !any) {
            reading.missing(slots[0].cells[0], target, items);
        }
    }

    @Override
    public boolean demands() {
        return required;
    }

    @Override
    public void bind(Shape here, Shape document) {
        Shape inner = plain ? here : items.bindObject(here, document);
        for (Slot slot : slots) {
            for (Mapping mapping : slot.mappings) {
                mapping.bind(inner, document);
            }
        }
    }

    @Override
    public boolean hasData(JsonSource source) {
        return source.has(items);
    }

    @Override
    public boolean write(Writing writing, JsonSource source) {
        int total = source.size(items);
        int first = continues ? writing.occurrence() * slots.length : 0;
        for (int i = 0; i < slots.length && first + i < total; i++) {
            writeSlot(writing, source, slots[i], first + i);
        }
        if (total == 0 && required) {
            writing.missing(slots[0].cells[0], items, source);
        }
        if (!continues && total > slots.length) {
            Cell last = slots[slots.length - 1].cells[0];
            writing.issue(last, "IK403:3", "at most " + slots.length + " items", null, () -> source.pointer(items));
        }
        return first < total;
    }

    private void writeSlot(Writing writing, JsonSource source, Slot slot, int index) {
        if (!plain) {
            JsonSource item = source.item(items, index);
            for (Mapping mapping : slot.mappings) {
                mapping.write(writing, item);
            }
            return;
        }
        JsonNode value = items.get(source.base(items)).get(index);
        Supplier<String> pointer = () -> source.pointer(items) + "/" + index;
        for (Mapping mapping : slot.mappings) {
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
        return continues ? (size + slots.length - 1) / slots.length : 0;
    }

    @Override
    public boolean spansOccurrences() {
        return continues;
    }

    @Override
    public List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (Slot slot : slots) {
            cells.addAll(List.of(slot.cells));
        }
        return cells;
    }

    @Override
    public void visit(FieldVisitor visitor) {
        if (plain) {
            visitSlots(visitor);
        } else {
            visitor.inside(items, this::visitSlots);
        }
    }

    /** All slots, for they may differ in their codes. */
    private void visitSlots(FieldVisitor visitor) {
        for (Slot slot : slots) {
            for (Mapping mapping : slot.mappings) {
                mapping.visit(visitor);
            }
        }
    }
}
