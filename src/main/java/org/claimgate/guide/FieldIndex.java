package org.claimgate.guide;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Tells which children of a loop a JSON object can have anything for, by the names of its fields. */
final class FieldIndex {

    /** Children that may be written whatever the object holds. */
    private final BitSet always = new BitSet();

    private final Map<String, BitSet> byName = new HashMap<>();

    FieldIndex(List<Part> children) {
        for (int i = 0; i < children.size(); i++) {
            Names names = new Names();
            names.add(children.get(i));
            if (children.get(i).required() || names.elsewhere) {
                always.set(i);
            }
            for (String name : names.found) {
                byName.computeIfAbsent(name, key -> new BitSet()).set(i);
            }
        }
    }

    /** Indexes of the children that an object without values under systematic names may have something for. */
    BitSet of(JsonSource object) {
        BitSet children = (BitSet) always.clone();
        Iterator<String> names = object.node().fieldNames();
        while (names.hasNext()) {
            BitSet named = byName.get(names.next());
            if (named != null) {
                children.or(named);
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
