package org.claimgate.guide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An array laid over the slots of a segment: composites of an HI, triplets of a CAS, modifiers of a procedure. When the
 * segment repeats, the array goes on in its next occurrence.
 */
final class Spread implements Mapping {

    /** One group of places that holds an item. */
    private record Slot(Mapping[] mappings, Cell[] cells, long elements) {

        private static Slot of(List<Mapping> mappings) {
            Cell[] cells = mappings.stream()
                    .flatMap(mapping -> mapping.cells().stream())
                    .toArray(Cell[]::new);
            long elements = 0;
            for (Cell cell : cells) {
                elements |= 1L << cell.element();
            }
            return new Slot(mappings.toArray(Mapping[]::new), cells, elements);
        }

        private boolean isEmpty(Reading reading) {
            if (reading.areEmpty(elements)) {
                return true;
            }
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

    private static final String FROM = ".from";
    private static final String FILLED = ".filled";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

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

    /** The array. */
    FieldPath items() {
        return items;
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
        if (continues && reading.occurrence() > 1) {
            keepBeginning(reading, target);
        }
        int read = 0;
        boolean gap = false;
        for (int i = 0; i < slots.length; i++) {
            if (!slots[i].isEmpty(reading)) {
                gap |= i > read++;
                slots[i].read(reading, plain ? target : items.open(target));
            }
        }
        if (gap) {
            keepGaps(reading, target);
        }
        if (required && read == 0) {
            reading.missing(slots[0].cells[0], target, items);
        }
    }

    /** Keeps at which item a further segment begins, if those before it were not full. */
    private void keepBeginning(Reading reading, Content target) {
        int before = items.size(target);
        if (before != (reading.occurrence() - 1) * slots.length) {
            reading.keep(target, place(FROM), String.valueOf(before));
        }
    }

    /** Keeps which slots are filled, where one before them is not. */
    private void keepGaps(Reading reading, Content target) {
        String filled = IntStream.range(0, slots.length)
                .filter(i -> !slots[i].isEmpty(reading))
                .mapToObj(i -> String.valueOf(i + 1))
                .collect(Collectors.joining(" "));
        reading.keep(target, place(FILLED), filled);
    }

    /** The name, behind that of the use, of what is kept of the array. */
    private String place(String what) {
        return slots[0].cells[0].name() + what;
    }

    @Override
    public boolean demands() {
        return required;
    }

    @Override
    public void bind(Shape here, Shape document) {
        if (plain) {
            items.bindValue(here, document);
        }
        Shape inner = plain ? here : items.bindObject(here, document);
        for (Slot slot : slots) {
            for (Mapping mapping : slot.mappings) {
                mapping.bind(inner, document);
            }
        }
    }

    @Override
    public boolean hasData(Content source) {
        return items.has(source);
    }

    @Override
    public boolean write(Writing writing, Content source) {
        int total = items.size(source);
        if (source.keepsAnything()) {
            return writeAsKept(writing, source, total);
        }
        int first = continues ? Math.min(total, writing.occurrence() * slots.length) : 0;
        int end = Math.min(total, first + slots.length);
        for (int item = first; item < end; item++) {
            writeSlot(writing, source, slots[item - first], item);
        }
        complain(writing, source, total);
        return first < end;
    }

    private boolean writeAsKept(Writing writing, Content source, int total) {
        int[] beginnings = continues ? beginnings(writing, source, total) : new int[] {0, total};
        int occurrence = continues ? writing.occurrence() : 0;
        int first = Math.min(total, beginnings[occurrence]);
        int end = Math.min(total, beginnings[occurrence + 1]);
        int[] filled = filled(writing, source, end - first);
        for (int i = 0; i < filled.length && first + i < end; i++) {
            writeSlot(writing, source, slots[filled[i]], first + i);
        }
        complain(writing, source, total);
        return first < end;
    }

    private void complain(Writing writing, Content source, int total) {
        if (total == 0 && required) {
            writing.from(source, items);
            writing.missing(slots[0].cells[0]);
        }
        if (!continues && total > slots.length) {
            Cell last = slots[slots.length - 1].cells[0];
            writing.from(source, items);
            writing.issue(last, "IK403:3", "at most " + slots.length + " items", null);
        }
    }

    /** The items that the occurrences of the segment begin with, and behind the last one the end. */
    private int[] beginnings(Writing writing, Content source, int total) {
        int[] usual = IntStream.rangeClosed(0, writing.occurrences())
                .map(i -> i * slots.length)
                .toArray();
        int[] kept = usual.clone();
        for (int i = 1; i < kept.length; i++) {
            int from = number(writing.kept(source, i, place(FROM)));
            boolean fits = from >= kept[i - 1] && from <= kept[i - 1] + slots.length;
            kept[i] = fits ? from : kept[i - 1] + slots.length;
        }
        return kept[kept.length - 1] < total ? usual : kept;
    }

    /** The slots to fill, from 0: those that the document keeps, if they are for so many items. */
    private int[] filled(Writing writing, Content source, int count) {
        int[] all = IntStream.range(0, slots.length).toArray();
        String kept = writing.kept(source, writing.occurrence(), place(FILLED));
        if (kept == null) {
            return all;
        }
        int[] filled = Arrays.stream(kept.split(" "))
                .mapToInt(slot -> number(slot) - 1)
                .filter(slot -> slot >= 0 && slot < slots.length)
                .distinct()
                .sorted()
                .toArray();
        return filled.length == count ? filled : all;
    }

    /** Negative where the text is no number. */
    private static int number(String text) {
        return text != null && NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
    }

    private void writeSlot(Writing writing, Content source, Slot slot, int index) {
        if (!plain) {
            Content item = items.item(source, index);
            for (Mapping mapping : slot.mappings) {
                mapping.write(writing, item);
            }
            return;
        }
        for (Mapping mapping : slot.mappings) {
            if (mapping instanceof Field field) {
                field.writeItem(writing, source, items, index);
            } else {
                mapping.write(writing, source);
            }
        }
    }

    @Override
    public int occurrences(Content source) {
        int size = items.size(source);
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
    public List<Cell> nameless() {
        return Arrays.stream(slots)
                .flatMap(slot -> Arrays.stream(slot.mappings))
                .flatMap(mapping -> mapping.nameless().stream())
                .toList();
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
