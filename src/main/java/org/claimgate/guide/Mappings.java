package org.claimgate.guide;

import java.util.Comparator;
import java.util.List;

/** The mappings of a segment or a composite in the order of their places, so that reading ends where the data does. */
final class Mappings {

    private final Mapping[] inOrder;
    private final Mapping[] named;
    /** Where each mapping begins: its element, or its component. */
    private final int[] places;

    private final boolean[] demanding;
    /** The last that is demanding; -1 for none. */
    private final int lastDemanding;

    private final List<Mapping> all;

    /** @param components whether places are components of one element */
    Mappings(List<Mapping> mappings, boolean components) {
        inOrder = mappings.stream()
                .sorted(Comparator.comparingInt(mapping -> place(mapping, components)))
                .toArray(Mapping[]::new);
        all = List.of(inOrder);
        named = all.stream().filter(mapping -> !(mapping instanceof Unnamed)).toArray(Mapping[]::new);
        places = new int[inOrder.length];
        demanding = new boolean[inOrder.length];
        int lastFound = -1;
        for (int i = 0; i < inOrder.length; i++) {
            places[i] = place(inOrder[i], components);
            demanding[i] = inOrder[i].demands();
            lastFound = demanding[i] ? i : lastFound;
        }
        lastDemanding = lastFound;
    }

    private static int place(Mapping mapping, boolean components) {
        Cell first = mapping.cells().get(0);
        return components ? first.component() : first.element();
    }

    /** Reads the places up to the last that the data has, and of the others those that must be there. */
    void read(Reading reading, Content target, int last) {
        for (int i = 0; i < inOrder.length; i++) {
            boolean there = places[i] <= last;
            if (!there && i > lastDemanding) {
                return;
            }
            if (there || demanding[i]) {
                inOrder[i].read(reading, target);
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
