package org.claimgate.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is publicly known of an implementation guide, to hold a mapping against: src/test/resources/facts/. Usage is R, S or N, a
 * question mark is what nobody has written down.
 *
 * <pre>
 * loop 2010AA 2000A R 1                the loop, the one around it, usage, repeats
 * segment 2010AA REF R 1 R0203         the loop, the segment, usage, repeats, syntax notes
 *   element 1 R 1 128 ID 2-3 : EI SY   position, usage, repeats, data element, type, lengths, codes
 *   composite 4 N 1 C040
 * </pre>
 */
record Facts(List<LoopFact> loops, List<SegmentFact> segments) {

    static final Path FOLDER = Path.of("src/test/resources/facts");

    record LoopFact(String id, String parent, String usage, String repeats) {}

    record SegmentFact(
            String loop, String id, String usage, String repeats, List<String> syntax, List<ElementFact> elements) {

        /** Codes of the place by which uses of the segment are told apart. */
        Set<String> qualifiers(Dictionary.SegmentDefinition definition) {
            String place = definition.qualifierComponent() == 0
                    ? String.valueOf(definition.qualifierElement())
                    : definition.qualifierElement() + "-" + definition.qualifierComponent();
            return elements.stream()
                    .filter(element -> element.position.equals(place))
                    .findFirst()
                    .map(ElementFact::codes)
                    .orElse(Set.of());
        }

        boolean isUsed(String position) {
            int dash = position.indexOf('-');
            return dash < 0
                    || elements.stream()
                            .noneMatch(element ->
                                    element.usage.equals("N") && element.position.equals(position.substring(0, dash)));
        }
    }

    record ElementFact(
            String position,
            boolean composite,
            String usage,
            String repeats,
            String dataElement,
            String type,
            String length,
            Set<String> codes) {}

    static Facts read(String guide) {
        Facts facts = new Facts(new ArrayList<>(), new ArrayList<>());
        try {
            Files.readAllLines(FOLDER.resolve(guide + ".txt")).forEach(facts::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return facts;
    }

    private void add(String line) {
        String[] sides = line.strip().split(" : ");
        List<String> words = List.of(sides[0].split(" "));
        Set<String> codes = sides.length == 1 ? Set.of() : new LinkedHashSet<>(List.of(sides[1].split(" ")));
        switch (words.get(0)) {
            case "loop" -> loops.add(new LoopFact(words.get(1), words.get(2), words.get(3), words.get(4)));
            case "segment" -> {
                List<String> syntax = words.subList(5, words.size());
                segments.add(new SegmentFact(
                        words.get(1), words.get(2), words.get(3), words.get(4), syntax, new ArrayList<>()));
            }
            case "composite" -> last().add(new ElementFact(
                    words.get(1), true, words.get(2), words.get(3), words.get(4), "?", "?", codes));
            case "element" -> last().add(new ElementFact(
                    words.get(1), false, words.get(2), words.get(3), words.get(4), words.get(5), words.get(6), codes));
            default -> throw new IllegalArgumentException("no fact: " + line);
        }
    }

    private List<ElementFact> last() {
        return segments.get(segments.size() - 1).elements();
    }
}
