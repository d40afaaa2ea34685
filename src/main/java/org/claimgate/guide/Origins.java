package org.claimgate.guide;

import java.util.Arrays;
import java.util.function.Consumer;

/** The segments that a scope was read from: the way back from a field to where it stands in the file. */
final class Origins {

    private static final int FIRST_SIZE = 16;

    private Loop[] loops = new Loop[FIRST_SIZE];
    private Use[] uses = new Use[FIRST_SIZE];
    private Content[] targets = new Content[FIRST_SIZE];
    private int[] positions = new int[FIRST_SIZE];
    private int size;

    void clear() {
        size = 0;
    }

    /** @param target the object that the use's fields went into */
    void add(Loop loop, Use use, Content target, int position) {
        if (size == positions.length) {
            loops = Arrays.copyOf(loops, 2 * size);
            uses = Arrays.copyOf(uses, 2 * size);
            targets = Arrays.copyOf(targets, 2 * size);
            positions = Arrays.copyOf(positions, 2 * size);
        }
        loops[size] = loop;
        uses[size] = use;
        targets[size] = target;
        positions[size++] = position;
    }

    /**
     * A segment, and the place in it that carries a field.
     *
     * @param cell null for the segment as a whole
     * @param around length of the pointer of the object that its fields went into
     */
    record Origin(Loop loop, Use use, int position, Cell cell, int around) {

        /** Its place, inside that of the envelope. */
        Place in(Place envelope) {
            return new Place(
                    envelope.interchange(),
                    envelope.group(),
                    envelope.set(),
                    position,
                    use.segment().id(),
                    loop.id(),
                    cell == null ? 0 : cell.element(),
                    cell == null ? 0 : cell.component());
        }

        private boolean isNearerThan(Origin other) {
            return other == null || (other.cell == null && (cell != null || around > other.around));
        }
    }

    /**
     * The segment that carries a field, though it may be empty there; or else the first one of the innermost object around the
     * field. The earlier finding stands if it is as near; null where nothing was found.
     */
    Origin find(String pointer, Origin earlier) {
        Origin found = earlier;
        for (int i = 0; i < size; i++) {
            String around = targets[i].pointer();
            if (pointer.startsWith(around + "/")) {
                Origin here = new Origin(loops[i], uses[i], positions[i], cell(i, pointer), around.length());
                found = here.isNearerThan(found) ? here : found;
            }
        }
        return found;
    }

    private Cell cell(int index, String pointer) {
        Carrier carrier = new Carrier(targets[index], pointer);
        uses[index].mappings().forEach(mapping -> mapping.visit(carrier));
        return carrier.cell;
    }

    /** Finds the place that carries a field; none is looked for in arrays of objects that one segment holds. */
    private static final class Carrier implements Mapping.FieldVisitor {

        private final Content target;
        private final String pointer;
        private Cell cell;
        /** How many places of the array that holds the field were seen. */
        private int items;

        private Carrier(Content target, String pointer) {
            this.target = target;
            this.pointer = pointer;
        }

        @Override
        public void field(FieldPath path, Cell at, Allowed allowed) {
            String field = path.pointer(target);
            boolean item = path.array() && pointer.startsWith(field + "/");
            String here = item ? field + "/" + items++ : field;
            cell = cell == null && pointer.equals(here) ? at : cell;
        }

        @Override
        public void inside(FieldPath path, Consumer<Mapping.FieldVisitor> fields) {
            // What stands in there has the segment as a whole.
        }
    }
}
