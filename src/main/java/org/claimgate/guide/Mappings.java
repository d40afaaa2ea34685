package org.claimgate.guide;

import java.util.Comparator;
import java.util.List;

/** The mappings of a segment or a composite in the order of their places, so that reading ends where the data does. */
final class Mappings {

    private final Mapping[] inOrder;
    private final Mapping[] named;
    /** The places of each mapping, a bit for each element, or each component. */
    private final long[] places;

    private final boolean[] demanding;
    /** The last that is demanding; -1 for none. */
    private final int lastDemanding;

    private final List<Mapping> all;

    /** @param components whether places are components of one element */
    Mappings(List<Mapping> mappings, boolean components) {
        inOrder = mappings.stream()
                .sorted(Comparator.comparingInt(mapping -> place(mapping.cells().get(0), components)))
                .toArray(Mapping[]::new);
        all = List.of(inOrder);
        named = all.stream().filter(mapping -> !(mapping instanceof Unnamed)).toArray(Mapping[]::new);
        places = new long[inOrder.length];
        demanding = new boolean[inOrder.length];
        int lastFound = -1;
        for (int i = 0; i < inOrder.length; i++) {
            places[i] = places(inOrder[i], components);
            demanding[i] = inOrder[i].demands();
            lastFound = demanding[i] ? i : lastFound;
        }
        lastDemanding = lastFound;
    }

    private static int place(Cell cell, boolean components) {
        return components ? cell.component() : cell.element();
    }

    private static long places(Mapping mapping, boolean components) {
        long places = 0;
        for (Cell cell : mapping.cells()) {
            places |= 1L << place(cell, components);
        }
        return places;
    }

    /**
     * Reads the places that hold something, and of the others those that must.
     *
     * @param present places that hold something, a bit for each
     */
    void read(Reading reading, Content target, long present) {
        long last = Long.highestOneBit(present);
        for (int i = 0; i < inOrder.length; i++) {
            if ((places[i] & present) != 0 || demanding[i]) {
                inOrder[i].read(reading, target);
            } else if (i > lastDemanding && last < Long.lowestOneBit(places[i])) {
                return;
            }
        }
    }

    List<Mapping> all() {
        return all;
    }

    /** The same for those who are in a hurry; not to be changed. */
    Mapping[] inOrder() {
        return inOrder;
    }

    /** Those that write something where nothing is kept without a field. */
    Mapping[] named() {
        return named;
    }
}
