package org.claimgate.guide;

import java.util.List;
import java.util.function.Consumer;

/** What one or more places of a segment carry, in both directions. */
sealed interface Mapping permits Composite, Conditional, Constant, Counter, Field, Pairs, Spread, Unnamed {

    /** Moves values of the segment being read into the document. */
    void read(Reading reading, Content target);

    /** Whether its absence is something to speak of: otherwise it is not read where the segment ends before it. */
    boolean demands();

    /** Finds the slots of the fields in the shape of the object that they are in. */
    void bind(Shape here, Shape document);

    /** Whether the document has a value for any of the places. */
    boolean hasData(Content source);

    /**
     * Puts values of the document into the segment being written.
     *
     * @return whether something else than constants, counters and defaults was put
     */
    boolean write(Writing writing, Content source);

    /** Occurrences of the segment that the values need; 0 when one is enough or there are none. */
    default int occurrences(Content source) {
        return 0;
    }

    /** Whether repeats of the segment go on in the same array. */
    default boolean spansOccurrences() {
        return false;
    }

    List<Cell> cells();

    /** Those of its places whose values are kept under a systematic name. */
    default List<Cell> nameless() {
        return cells();
    }

    /** The first of its fields, or the array that they stand in; null for none. */
    default FieldPath firstField() {
        FieldPath[] first = new FieldPath[1];
        visit(new FieldVisitor() {
            @Override
            public void field(FieldPath path, Cell cell, Allowed allowed) {
                first[0] = first[0] == null ? path : first[0];
            }

            @Override
            public void inside(FieldPath path, Consumer<FieldVisitor> fields) {
                first[0] = first[0] == null ? path : first[0];
            }
        });
        return first[0];
    }

    /** Every field, with the arrays it stands in. */
    void visit(FieldVisitor visitor);

    /** Receives the fields of a mapping; {@code inside} brackets the fields of one object. */
    interface FieldVisitor {

        void field(FieldPath path, Cell cell, Allowed allowed);

        void inside(FieldPath path, Consumer<FieldVisitor> fields);
    }
}
