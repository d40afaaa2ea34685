package org.claimgate.guide;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Walks a compiled guide and its facts side by side and says where they differ. */
final class FactsComparison {

    private static final String UNKNOWN = "?";

    private final Guide guide;
    private final Facts facts;
    private final Map<String, List<Loop>> loops = new LinkedHashMap<>();
    private final Map<String, Set<Use>> uses = new LinkedHashMap<>();
    private final Set<Use> met = new LinkedHashSet<>();
    private final Set<String> differences = new LinkedHashSet<>();

    private FactsComparison(Guide guide, Facts facts) {
        this.guide = guide;
        this.facts = facts;
    }

    /** Each difference as {@code 2010AA REF*EI 2: usage is R in the facts, S in the mapping}. */
    static List<String> differences(Guide guide, Facts facts) {
        FactsComparison comparison = new FactsComparison(guide, facts);
        comparison.collect(guide.root());
        comparison.compareLoops();
        comparison.compareSegments();
        return List.copyOf(comparison.differences);
    }

    private void collect(Loop loop) {
        loops.computeIfAbsent(loop.id(), id -> new ArrayList<>()).add(loop);
        boolean again = loops.get(loop.id()).stream()
                        .filter(one -> one.key().equals(loop.key()))
                        .count()
                > 1;
        for (Part part : loop.children()) {
            if (part instanceof Loop below) {
                collect(below);
            } else if (!again) {
                Use use = (Use) part;
                uses.computeIfAbsent(loop.id() + " " + use.segment().id(), key -> new LinkedHashSet<>())
                        .add(use);
            }
        }
    }

    private void differ(String where, String what, Object inFacts, Object inMapping) {
        if (!inFacts.equals(inMapping) && !UNKNOWN.equals(inFacts)) {
            differences.add(where + ": " + what + " is " + inFacts + " in the facts, " + inMapping + " in the mapping");
        }
    }

    private void compareLoops() {
        Set<String> known = new TreeSet<>(Set.of("ST"));
        for (Facts.LoopFact fact : facts.loops()) {
            known.add(fact.id());
            List<Loop> found = loops.getOrDefault(fact.id(), List.of()).stream()
                    .filter(loop -> loop.parent().id().equals(fact.parent()))
                    .collect(Collectors.toMap(Loop::key, loop -> loop, (one, again) -> one))
                    .values()
                    .stream()
                    .toList();
            String where = "loop " + fact.id() + " in " + fact.parent();
            if (found.isEmpty()) {
                differ(where, "it", "there", "not");
                continue;
            }
            differ(where, "usage", fact.usage(), found.stream().anyMatch(Loop::required) ? "R" : "S");
            differ(where, "repeats", fact.repeats(), sum(found));
        }
        loops.keySet().stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> differ("loop " + id, "it", "not", "there"));
    }

    private static String sum(Collection<? extends Part> parts) {
        long sum = parts.stream().mapToLong(Part::maximum).sum();
        return sum >= Integer.MAX_VALUE ? "*" : String.valueOf(sum);
    }

    private void compareSegments() {
        for (Facts.SegmentFact fact : facts.segments()) {
            Dictionary.SegmentDefinition definition = guide.dictionary().segment(fact.id());
            String where = fact.loop() + " " + fact.id();
            if (definition == null) {
                differ(where, "it", "there", "not");
                continue;
            }
            differ(where, "syntax", new TreeSet<>(fact.syntax()), notes(definition));
            compareSegment(fact, where, fact.qualifiers(definition));
        }
        uses.forEach((place, here) -> here.stream()
                .filter(use -> !met.contains(use))
                .forEach(use -> differ(place.split(" ")[0] + " " + use.key(), "it", "not", "there")));
    }

    private static Set<String> notes(Dictionary.SegmentDefinition definition) {
        return definition.notes().stream().map(SyntaxNote::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    private void compareSegment(Facts.SegmentFact fact, String where, Set<String> qualifiers) {
        Set<String> lacking = new LinkedHashSet<>(qualifiers);
        List<Use> found = new ArrayList<>();
        for (Use use : uses.getOrDefault(where, Set.of())) {
            Set<String> own = ownQualifiers(use);
            boolean meets =
                    own.isEmpty() || qualifiers.isEmpty() || own.stream().anyMatch(qualifiers::contains);
            if (meets) {
                found.add(use);
                met.add(use);
                lacking.removeAll(own.isEmpty() ? qualifiers : own);
                own.stream()
                        .filter(code -> !qualifiers.isEmpty() && !qualifiers.contains(code))
                        .forEach(code -> differ(where + "*" + code, "it", "not", "there"));
            }
        }
        lacking.forEach(code -> differ(where + "*" + code, "it", "there", "not"));
        if (found.isEmpty()) {
            differ(where, "it", "there", "not");
            return;
        }
        String name = where.split(" ")[0] + " " + found.stream().map(Use::key).collect(Collectors.joining(","));
        differ(name, "usage", fact.usage(), found.stream().anyMatch(Use::required) ? "R" : "S");
        differ(name, "repeats", fact.repeats(), sum(found));
        found.forEach(use -> compareElements(fact, use, where.split(" ")[0] + " " + use.key()));
    }

    private static Set<String> ownQualifiers(Use use) {
        int star = use.key().indexOf('*');
        return star < 0 ? Set.of() : Set.of(use.key().substring(star + 1).split("\\|"));
    }

    private void compareElements(Facts.SegmentFact fact, Use use, String where) {
        Map<String, HeldPlaces.Held> held = HeldPlaces.of(use);
        Dictionary.SegmentDefinition definition = use.segment();
        String qualifier = definition.qualifierElement()
                + (definition.qualifierComponent() == 0 ? "" : "-" + definition.qualifierComponent());
        for (Facts.ElementFact element : fact.elements()) {
            HeldPlaces.Held place = held.get(element.position());
            String here = where + " " + element.position();
            if (place == null) {
                differ(here, "it", "there", "not");
                continue;
            }
            boolean neither = !fact.isUsed(element.position()) && place.usage().equals("N");
            if (neither) {
                continue;
            }
            differ(here, "usage", element.usage(), place.usage());
            if (place.usage().equals("N")) {
                continue;
            }
            compareType(element, place, here);
            boolean told = element.position().equals(qualifier) && use.key().contains("*");
            if (!told) {
                compareCodes(element, place, here);
            }
        }
    }

    private void compareType(Facts.ElementFact element, HeldPlaces.Held place, String here) {
        ElementType type = place.type();
        if (!type.dataElement().equals(UNKNOWN)) {
            differ(here, "data element", element.dataElement(), type.dataElement());
        }
        differ(here, "type", element.type(), type.kind().name());
        differ(here, "length", element.length(), type.minimum() + "-" + type.maximum());
        boolean component = element.position().contains("-");
        if (!component) {
            differ(here, "repetition", element.repeats(), String.valueOf(type.repeats()));
        }
    }

    private void compareCodes(Facts.ElementFact element, HeldPlaces.Held place, String here) {
        Set<String> inMapping = place.list().isEmpty() ? place.codes() : Set.of("<" + place.list() + ">");
        if (!place.list().isEmpty() && !element.codes().equals(inMapping)) {
            differ(here, "code", element.codes().isEmpty() ? "any" : "listed", inMapping);
            return;
        }
        Set<String> lacks = new TreeSet<>(element.codes());
        lacks.removeAll(inMapping);
        Set<String> besides = new TreeSet<>(inMapping);
        besides.removeAll(element.codes());
        if (element.codes().isEmpty() != inMapping.isEmpty()) {
            String any = "any";
            differ(
                    here,
                    "code",
                    element.codes().isEmpty() ? any : element.codes(),
                    inMapping.isEmpty() ? any : inMapping);
            return;
        }
        lacks.forEach(code -> differ(here, "code " + code, "there", "not"));
        besides.forEach(code -> differ(here, "code " + code, "not", "there"));
    }
}
