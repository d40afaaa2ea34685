package org.claimgate.guide;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** mappings/x12/segments.yaml: every segment and composite that the guides may use. */
final class Dictionary {

    private static final Pattern SIMPLE =
            Pattern.compile("(\\d+|I\\d+) (AN|ID|DT|TM|N0|N2|R|B) (\\d+)-(\\d+)(?: x(\\d+|\\*))?");
    private static final Pattern COMPOSITE = Pattern.compile("(C\\d+)(?: x(\\d+|\\*))?");
    private static final Pattern POSITION = Pattern.compile("\\d+");

    /** An element of a segment: simple (components is empty) or a composite. */
    record ElementDefinition(ElementType type, List<ElementType> components) {

        boolean isComposite() {
            return !components.isEmpty();
        }
    }

    /**
     * @param qualifierElement by which uses are told apart
     * @param qualifierComponent 0 when the qualifier is a simple element
     */
    record SegmentDefinition(
            String id,
            int qualifierElement,
            int qualifierComponent,
            List<ElementDefinition> elements,
            List<SyntaxNote> notes) {}

    private final Map<String, SegmentDefinition> segments = new HashMap<>();
    private final Map<String, List<ElementType>> composites = new HashMap<>();

    private final Map<String, StandardSet> sets = new HashMap<>();
    private final KnownCodes codes = new KnownCodes();

    static Dictionary load(Path file) {
        return new Dictionary(Node.parse(file));
    }

    private Dictionary(Node root) {
        root.entries().forEach((key, value) -> {
            switch (key) {
                case "composites" -> value.entries().forEach(this::addComposite);
                case "segments" -> value.entries().forEach(this::addSegment);
                case "sets" -> value.entries().forEach((set, loops) -> sets.put(set, StandardSet.of(loops)));
                default -> throw value.mistake("unknown word '" + key + "'; known: composites, segments, sets");
            }
        });
    }

    /** What the guides that use this dictionary tell of X12's own code lists. */
    KnownCodes codes() {
        return codes;
    }

    /** What X12 has in a transaction set beside what guides use of it; null where that is not known. */
    StandardSet set(String transactionSet) {
        return sets.get(transactionSet);
    }

    /** Whether X12 has a segment, in whatever set. */
    boolean knows(String segment) {
        return segments.containsKey(segment) || sets.values().stream().anyMatch(set -> set.has(segment));
    }

    SegmentDefinition segment(String id) {
        return segments.get(id);
    }

    /** The type of a simple element (component 0) or of a component; empty where there is none. */
    Optional<ElementType> type(String segment, int element, int component) {
        SegmentDefinition definition = segments.get(segment);
        if (definition == null || element < 1 || element > definition.elements().size()) {
            return Optional.empty();
        }
        ElementDefinition found = definition.elements().get(element - 1);
        if (component == 0) {
            return Optional.of(found).filter(simple -> !simple.isComposite()).map(ElementDefinition::type);
        }
        return component > found.components().size()
                ? Optional.empty()
                : Optional.of(found.components().get(component - 1));
    }

    private void addComposite(String id, Node node) {
        List<Node> parts = inOrder(node, new HashMap<>());
        composites.put(id, parts.stream().map(Dictionary::simple).toList());
    }

    private void addSegment(String id, Node node) {
        Map<String, Node> words = new HashMap<>();
        List<ElementDefinition> elements =
                inOrder(node, words).stream().map(this::element).toList();
        Node qualifier = words.remove("qualifier");
        Node syntax = words.remove("syntax");
        if (!words.isEmpty()) {
            throw node.mistake(
                    "unknown word '" + words.keySet().iterator().next() + "'; known: qualifier, syntax, positions");
        }
        String[] place = (qualifier == null ? "1" : qualifier.text()).split("-");
        List<SyntaxNote> notes = syntax == null
                ? List.of()
                : syntax.items().stream().map(Dictionary::note).toList();
        int component = place.length > 1 ? Integer.parseInt(place[1]) : 0;
        segments.put(id, new SegmentDefinition(id, Integer.parseInt(place[0]), component, elements, notes));
    }

    private static SyntaxNote note(Node node) {
        SyntaxNote note = SyntaxNote.parse(node.text());
        if (note == null) {
            throw node.mistake("'" + node.text() + "' is no syntax note, such as P0304");
        }
        return note;
    }

    private static List<Node> inOrder(Node node, Map<String, Node> words) {
        TreeMap<Integer, Node> positions = new TreeMap<>();
        node.entries().forEach((key, value) -> {
            if (POSITION.matcher(key).matches()) {
                positions.put(Integer.valueOf(key), value);
            } else {
                words.put(key, value);
            }
        });
        if (!positions.isEmpty() && positions.lastKey() != positions.size()) {
            throw node.mistake("positions must run from 1 without a gap");
        }
        return List.copyOf(positions.values());
    }

    private ElementDefinition element(Node node) {
        Matcher composite = COMPOSITE.matcher(node.text());
        if (!composite.matches()) {
            return new ElementDefinition(simple(node), List.of());
        }
        List<ElementType> components = composites.get(composite.group(1));
        if (components == null) {
            throw node.mistake("unknown composite '" + composite.group(1) + "'");
        }
        ElementType whole = new ElementType(
                composite.group(1), ElementType.Kind.AN, 1, Integer.MAX_VALUE, repeats(composite.group(2)));
        return new ElementDefinition(whole, components);
    }

    private static ElementType simple(Node node) {
        Matcher simple = SIMPLE.matcher(node.text());
        if (!simple.matches()) {
            throw node.mistake("expected '<data element> <type> <minimum>-<maximum>', such as '1035 AN 1-60'");
        }
        return new ElementType(
                simple.group(1),
                ElementType.Kind.valueOf(simple.group(2)),
                Integer.parseInt(simple.group(3)),
                Integer.parseInt(simple.group(4)),
                repeats(simple.group(5)));
    }

    private static int repeats(String text) {
        return text == null ? 1 : text.equals("*") ? Integer.MAX_VALUE : Integer.parseInt(text);
    }
}
