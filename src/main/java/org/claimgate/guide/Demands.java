package org.claimgate.guide;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Which fields a document of a guide cannot be without, as far as that is certain: whatever else a document has, a field that is
 * found here is missed when it is not there. What hangs on another field, or has several fields to choose from, is not found.
 */
final class Demands {

    /**
     * A name that an object must have.
     *
     * @param object its pattern; empty for the document
     */
    private record Demand(String object, String name) {}

    /**
     * A field.
     *
     * @param implied what is demanded as soon as the field is there
     */
    private record Leaf(String pattern, Set<Demand> implied) {}

    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Set<Demand>> ofRecords = new ArrayList<>();

    private Demands() {}

    /** The names that objects must have, by the patterns of the objects; empty stands for the document. */
    static Map<String, Set<String>> of(Loop root) {
        Demands demands = new Demands();
        demands.visit(root, "", Set.of(), true);
        return demands.certain();
    }

    private Map<String, Set<String>> certain() {
        Map<String, Set<String>> certain = new TreeMap<>();
        common(ofRecords).forEach(demand -> add(certain, demand));
        objects().forEach(object -> {
            List<Set<Demand>> implied = leaves.stream()
                    .filter(leaf -> leaf.pattern.startsWith(object + "/"))
                    .map(Leaf::implied)
                    .toList();
            common(implied).stream()
                    .filter(demand -> demand.object.equals(object))
                    .forEach(demand -> add(certain, demand));
        });
        return certain;
    }

    private static void add(Map<String, Set<String>> certain, Demand demand) {
        certain.computeIfAbsent(demand.object, none -> new TreeSet<>()).add(demand.name);
    }

    /** The patterns of everything around fields. */
    private Set<String> objects() {
        Set<String> objects = new LinkedHashSet<>();
        for (Leaf leaf : leaves) {
            for (int end = leaf.pattern.lastIndexOf('/'); end > 0; end = leaf.pattern.lastIndexOf('/', end - 1)) {
                objects.add(leaf.pattern.substring(0, end));
            }
        }
        return objects;
    }

    private static Set<Demand> common(List<Set<Demand>> all) {
        Set<Demand> common = new LinkedHashSet<>(all.isEmpty() ? Set.of() : all.get(0));
        all.forEach(common::retainAll);
        return common;
    }

    /**
     * @param place pattern of the object around the loop
     * @param above what is demanded where the loops around are
     * @param sure whether fields of the loop are written whenever they are there
     */
    private void visit(Loop loop, String around, Set<Demand> above, boolean sure) {
        String place = FieldPlaces.inside(around, loop.at());
        Set<Demand> demanded = new HashSet<>(above);
        demanded.addAll(of(loop, place));
        if (loop.isRecord()) {
            ofRecords.add(demanded);
        }
        for (Part part : loop.children()) {
            boolean written = sure && part.unless() == null;
            if (part instanceof Loop below) {
                visit(below, place, demanded, written);
            } else {
                visit((Use) part, place, demanded, written);
            }
        }
    }

    private void visit(Use use, String around, Set<Demand> above, boolean sure) {
        Set<Demand> demanded = new HashSet<>(above);
        demanded.addAll(of(use, around));
        String place = FieldPlaces.inside(around, use.at());
        for (Mapping mapping : use.mappings()) {
            boolean written = sure && !(mapping instanceof Conditional);
            Set<Demand> implied = new HashSet<>(demanded);
            if (mapping instanceof Spread spread) {
                implied.addAll(ofItems(spread, place));
            }
            mapping.visit(new Collector(place, written ? implied : Set.of()));
        }
    }

    /** What is demanded where a loop is, of its own and of the loops that it must have. */
    private static Set<Demand> of(Loop loop, String place) {
        Set<Demand> demanded = new HashSet<>();
        for (Part part : loop.children()) {
            if (part.required() && part.unless() == null) {
                String inner = part instanceof Loop below ? FieldPlaces.inside(place, below.at()) : place;
                Set<Demand> more = part instanceof Loop below ? of(below, inner) : of((Use) part, place);
                demanded.addAll(more);
                if (part instanceof Loop below && more.stream().anyMatch(demand -> demand.object.equals(inner))) {
                    demanded.addAll(along(place, below.at()));
                }
            }
        }
        return demanded;
    }

    /** What is demanded where a segment is. */
    private static Set<Demand> of(Use use, String around) {
        String place = FieldPlaces.inside(around, use.at());
        Set<Demand> demanded = new HashSet<>();
        use.mappings().forEach(mapping -> demanded.addAll(of(mapping, place)));
        if (!demanded.isEmpty()) {
            demanded.addAll(along(around, use.at()));
        }
        return demanded;
    }

    private static Set<Demand> of(Mapping mapping, String place) {
        if (mapping instanceof Field field) {
            boolean must = field.allowed().required() && field.whenAbsent() == null;
            return must ? along(place, field.path()) : Set.of();
        }
        if (mapping instanceof Composite composite) {
            return composite.required() ? of(composite.components(), place) : Set.of();
        }
        if (mapping instanceof Pairs pairs) {
            return pairs.required() && pairs.items() == null ? ofOnly(pairs.alternatives(), place) : Set.of();
        }
        return mapping instanceof Spread spread && spread.required() ? along(place, spread.items()) : Set.of();
    }

    private static Set<Demand> of(List<Mapping> mappings, String place) {
        return mappings.stream().flatMap(mapping -> of(mapping, place).stream()).collect(Collectors.toSet());
    }

    /** Of a pair whose value has one field, whatever the qualifier. */
    private static Set<Demand> ofOnly(List<Alternative> alternatives, String place) {
        Set<FieldPath> begins = new HashSet<>();
        Set<FieldPath> ends = new HashSet<>();
        for (Alternative alternative : alternatives) {
            begins.add(alternative.field());
            ends.add(alternative.end());
        }
        Set<Demand> demanded = new HashSet<>();
        for (Set<FieldPath> only : List.of(begins, ends)) {
            if (only.size() == 1 && begins.size() == 1) {
                only.stream().filter(Objects::nonNull).forEach(path -> demanded.addAll(along(place, path)));
            }
        }
        return demanded;
    }

    /** What every slot of an array demands of its item. */
    private static Set<Demand> ofItems(Spread spread, String place) {
        String item = FieldPlaces.inside(place, spread.items());
        return common(spread.slots().stream().map(slot -> ofSlot(slot, item)).toList());
    }

    /** A composite that is all of a slot is there when the item is. */
    private static Set<Demand> ofSlot(List<Mapping> slot, String item) {
        boolean whole = slot.size() == 1 && slot.get(0) instanceof Composite;
        return of(whole ? ((Composite) slot.get(0)).components() : slot, item);
    }

    /** That a field, or an object, must be there, and the objects around it. */
    private static Set<Demand> along(String place, FieldPath path) {
        Set<Demand> demanded = new HashSet<>();
        if (path != null && !path.isEnvelope()) {
            String object = path.fromDocument() ? "" : place;
            for (String name : path.names()) {
                demanded.add(new Demand(object, name));
                object += "/" + name;
            }
        }
        return demanded;
    }

    /** Collects the fields of a mapping. */
    private final class Collector implements Mapping.FieldVisitor {

        private final Deque<String> places = new ArrayDeque<>();
        private final Set<Demand> implied;

        private Collector(String place, Set<Demand> implied) {
            this.places.push(place);
            this.implied = implied;
        }

        @Override
        public void field(FieldPath path, Cell cell, Allowed allowed) {
            if (!path.isEnvelope()) {
                leaves.add(new Leaf(path.pointerInside(places.element()), implied));
            }
        }

        @Override
        public void inside(FieldPath path, Consumer<Mapping.FieldVisitor> fields) {
            places.push(FieldPlaces.inside(places.element(), path));
            fields.accept(this);
            places.pop();
        }
    }
}
