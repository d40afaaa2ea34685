package org.claimgate.guide;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Tells which children of a loop a JSON object can have anything for, by the fields that it has. */
final class FieldIndex {

    /** Children that may be written whatever the object holds. */
    private final BitSet always = new BitSet();

    /** The children of each slot of the object. */
    private final BitSet[] bySlot;

    /** @param own what the object of the loop can have */
    FieldIndex(List<Part> children, Shape own) {
        bySlot = new BitSet[own.size()];
        for (int slot = 0; slot < bySlot.length; slot++) {
            bySlot[slot] = new BitSet();
        }
        for (int child = 0; child < children.size(); child++) {
            Names names = new Names();
            names.add(children.get(child));
            if (children.get(child).required() || names.elsewhere) {
                always.set(child);
            }
            for (String name : names.found) {
                int[] way = own.way(List.of(name));
                if (way != null) {
                    bySlot[way[0]].set(child);
                }
            }
        }
    }

    /** Indexes of the children that an object without values under systematic names may have something for. */
    BitSet of(Content object) {
        BitSet children = (BitSet) always.clone();
        for (int slot = 0; slot < bySlot.length; slot++) {
            if (object.has(slot)) {
                children.or(bySlot[slot]);
            }
        }
        return children;
    }

    /** The first names of the fields of a child, as seen from the object of the loop. */
    private static final class Names implements Mapping.FieldVisitor {

        private final Set<String> found = new HashSet<>();
        private boolean elsewhere;

        private void add(Part part) {
            FieldPath at = part instanceof Use use ? use.at() : ((Loop) part).at();
            if (at != null) {
                add(at);
            } else if (part instanceof Use use) {
                use.mappings().forEach(mapping -> mapping.visit(this));
            } else {
                ((Loop) part).children().forEach(this::add);
            }
        }

        private void add(FieldPath path) {
            elsewhere |= path.fromDocument();
            found.add(path.names().get(0));
        }

        @Override
        public void field(FieldPath path, Cell cell, Allowed allowed) {
            add(path);
        }

        @Override
        public void inside(FieldPath path, Consumer<Mapping.FieldVisitor> fields) {
            add(path);
        }
    }
}
