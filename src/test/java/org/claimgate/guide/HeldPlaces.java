package org.claimgate.guide;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a compiled segment use says of each of its places. */
final class HeldPlaces {

    /**
     * @param usage R, S or N; of a component, what it is when its composite is there
     * @param codes empty for any
     * @param list the named list that the codes come from; empty for none
     */
    record Held(String usage, ElementType type, Set<String> codes, String list) {}

    private final Map<String, Held> places = new LinkedHashMap<>();

    private HeldPlaces() {}

    static Map<String, Held> of(Use use) {
        HeldPlaces held = new HeldPlaces();
        use.mappings().forEach(mapping -> held.add(mapping, true));
        List<Dictionary.ElementDefinition> elements = use.segment().elements();
        for (int i = 1; i <= elements.size(); i++) {
            if (elements.get(i - 1).isComposite()) {
                held.addWhole(i, elements.get(i - 1).type());
            }
        }
        return held.places;
    }

    /** A composite of which only components were named is there as soon as one of them is used. */
    private void addWhole(int element, ElementType type) {
        boolean used = places.entrySet().stream()
                .anyMatch(place -> place.getKey().startsWith(element + "-")
                        && !place.getValue().usage.equals("N"));
        places.putIfAbsent(String.valueOf(element), new Held(used ? "S" : "N", type, Set.of(), ""));
    }

    private void add(Mapping mapping, boolean sure) {
        if (mapping instanceof Constant constant) {
            put(constant.cell(), sure, constant.cell().type(), Set.of(constant.value()), "");
        } else if (mapping instanceof Counter counter) {
            Set<String> codes = counter.kind() == Counter.Kind.CHILD ? Set.of("0", "1") : Set.of();
            put(counter.cell(), sure, counter.cell().type(), codes, "");
        } else if (mapping instanceof Field field) {
            put(field.cell(), sure, field.allowed());
        } else if (mapping instanceof Unnamed unnamed) {
            addUnnamed(unnamed, sure);
        } else if (mapping instanceof Conditional conditional) {
            add(conditional.mapping(), false);
        } else if (mapping instanceof Pairs pairs) {
            addPairs(pairs, sure);
        } else if (mapping instanceof Spread spread) {
            addSpread(spread, sure);
        } else if (mapping instanceof Composite composite) {
            boolean there = composite.required() && sure;
            put(composite.whole(), there, composite.whole().type(), Set.of(), "");
            composite.components().forEach(part -> add(part, true));
        }
    }

    private void addUnnamed(Unnamed unnamed, boolean sure) {
        if (unnamed.isUsed()) {
            put(unnamed.cell(), sure, unnamed.allowed());
        } else {
            places.put(key(unnamed.cell()), new Held("N", unnamed.cell().type(), Set.of(), ""));
        }
    }

    private void addPairs(Pairs pairs, boolean sure) {
        boolean first = sure;
        for (Pairs.Slot slot : pairs.slots()) {
            Set<String> qualifiers = pairs.alternatives().stream()
                    .filter(alternative ->
                            !alternative.follows() || !slot.equals(pairs.slots().get(0)))
                    .map(Alternative::qualifier)
                    .collect(Collectors.toSet());
            put(
                    slot.qualifier(),
                    first && pairs.need() != Pairs.Need.NEITHER,
                    slot.qualifier().type(),
                    qualifiers,
                    "");
            Set<String> codes = new LinkedHashSet<>();
            boolean any = false;
            ElementType widest = null;
            for (Alternative alternative : pairs.alternatives()) {
                codes.addAll(alternative.allowed().codes().codes());
                any |= alternative.allowed().codes().isAny();
                widest = widest == null
                        ? alternative.allowed().type()
                        : wider(widest, alternative.allowed().type());
            }
            put(slot.value(), first && pairs.required(), widest, any ? Set.of() : codes, "");
            first = false;
        }
    }

    private static ElementType wider(ElementType one, ElementType two) {
        int minimum = Math.min(one.minimum(), two.minimum());
        int maximum = Math.max(one.maximum(), two.maximum());
        return new ElementType(one.dataElement(), one.kind(), minimum, maximum, one.repeats());
    }

    private void addSpread(Spread spread, boolean sure) {
        List<Cell> first = spread.slots().get(0).get(0).cells();
        boolean ofComposites = !(spread.slots().get(0).get(0) instanceof Composite)
                && first.get(0).component() > 0
                && spread.slots().stream()
                                .map(slot -> slot.get(0).cells().get(0).element())
                                .distinct()
                                .count()
                        == spread.slots().size();
        boolean there = sure && spread.required();
        for (List<Mapping> slot : spread.slots()) {
            if (ofComposites) {
                Cell part = slot.get(0).cells().get(0);
                ElementType whole = new ElementType(
                        "?", ElementType.Kind.AN, 0, 0, part.type().repeats());
                places.put(String.valueOf(part.element()), new Held(there ? "R" : "S", whole, Set.of(), ""));
            }
            boolean slotSure = ofComposites || there;
            slot.forEach(mapping -> add(spread.plain() && !ofComposites ? required(mapping) : mapping, slotSure));
            there = false;
        }
    }

    /** The value of a plain array: required where its slot is. */
    private static Mapping required(Mapping mapping) {
        return mapping instanceof Field field
                ? new Field(field.cell(), field.path(), field.allowed().required(true), null)
                : mapping;
    }

    private void put(Cell cell, boolean sure, Allowed allowed) {
        put(
                cell,
                sure && allowed.required(),
                allowed.type(),
                allowed.codes().codes(),
                allowed.codes().name());
    }

    private void put(Cell cell, boolean required, ElementType type, Set<String> codes, String list) {
        places.put(key(cell), new Held(required ? "R" : "S", type, codes, list));
    }

    private static String key(Cell cell) {
        return cell.component() == 0 ? String.valueOf(cell.element()) : cell.element() + "-" + cell.component();
    }
}
