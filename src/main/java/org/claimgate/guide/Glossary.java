package org.claimgate.guide;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimgate.x12.Segment;

/**
 * What a person calls the parts of a file and what their codes mean: mappings/names.yaml, over the dictionary and the
 * code lists. For explaining only: reading and writing do without. Not safe for concurrent use: lists are read when first
 * needed.
 */
public final class Glossary {

    private static final Set<String> WORDS = Set.of("segments", "told", "elements", "places");

    /**
     * What is known of an element or component.
     *
     * @param place such as {@code CLM05-1}
     * @param part the same as part of a composite, such as {@code C023-1}; empty outside composites
     * @param dataElement number of the data element; empty when the dictionary has none here
     * @param kind AN, ID, DT, TM, N0, N2, R or B; empty when the dictionary has none here
     * @param name in words; empty when there is none
     */
    public record Word(String place, String part, String dataElement, String kind, String name) {

        /** A place of a guide, by which it is judged; without a name. */
        static Word of(Dictionary.SegmentDefinition segment, Cell cell) {
            Dictionary.ElementDefinition definition = segment.elements().get(cell.element() - 1);
            return new Word(
                    Glossary.place(segment.id(), cell.element(), cell.component()),
                    Glossary.part(definition, cell.component()),
                    cell.type().dataElement(),
                    String.valueOf(cell.type().kind()),
                    "");
        }
    }

    /** A name, and the list that explains the codes; by the code of another position, or without condition. */
    private record Entry(String name, Node list, int position, Map<String, Node> listsByCode) {

        static final Entry NONE = new Entry("", null, 0, Map.of());
    }

    /** All that is known of a place; the type is null where the dictionary has none. */
    private record Known(Word word, Entry entry, ElementType type) {}

    private final Dictionary dictionary;
    private final CodeLists lists;
    private final Map<String, String> segments = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, Map<Integer, Known>> known = new HashMap<>();

    /** @throws MappingException for a mistake in a file, with file and line */
    public static Glossary load(Path mappings) {
        Dictionary dictionary = Dictionary.load(mappings.resolve("x12").resolve("segments.yaml"));
        return new Glossary(
                dictionary, new CodeLists(mappings.resolve("codes")), Node.parse(mappings.resolve("names.yaml")));
    }

    private Glossary(Dictionary dictionary, CodeLists lists, Node root) {
        this.dictionary = dictionary;
        this.lists = lists;
        root.entries().forEach((word, value) -> {
            if (!WORDS.contains(word)) {
                throw value.mistake("unknown word '" + word + "'; known: segments, told, elements, places");
            }
        });
        root.required("segments").entries().forEach((id, name) -> segments.put(id, name.text()));
        root.required("told").items().forEach(id -> told.add(id.text()));
        root.required("elements").entries().forEach((number, node) -> entries.put(number, entry(node)));
        root.required("places").entries().forEach((place, node) -> entries.put(place, entry(node)));
    }

    private static Entry entry(Node node) {
        if (node.isText()) {
            return new Entry(node.text(), null, 0, Map.of());
        }
        String name = node.required("name").text();
        Node codes = node.required("codes");
        if (codes.isText()) {
            return new Entry(name, codes, 0, Map.of());
        }
        Map.Entry<String, Node> condition =
                codes.entries().entrySet().iterator().next();
        return new Entry(
                name,
                null,
                Integer.parseInt(condition.getKey()),
                condition.getValue().entries());
    }

    /** The name of a segment; empty when it has none. */
    public String segment(String id) {
        return segments.getOrDefault(id, "");
    }

    /** The name of a segment with what it is about, where its first element says so: {@code Date: Service}. */
    public String heading(Segment segment) {
        String name = segment(segment.id());
        String about = told.contains(segment.id()) ? meaning(segment, 1, 1, 0) : "";
        return about.isEmpty() ? name : name + ": " + about;
    }

    /** Whether an element of a segment is a composite. */
    public boolean isComposite(String segment, int element) {
        Dictionary.ElementDefinition definition = definition(segment, element);
        return definition != null && definition.isComposite();
    }

    /** @param component 0 for an element that is no composite */
    public Word word(String segment, int element, int component) {
        return known(segment, element, component).word();
    }

    /** Elements and components beyond those of the dictionary are not remembered: a bad file may have any number. */
    private Known known(String segment, int element, int component) {
        if (type(definition(segment, element), component) == null) {
            return know(segment, element, component);
        }
        return known.computeIfAbsent(segment, id -> new HashMap<>())
                .computeIfAbsent(element << 8 | component, place -> know(segment, element, component));
    }

    private Known know(String segment, int element, int component) {
        String place = place(segment, element, component);
        Dictionary.ElementDefinition definition = definition(segment, element);
        ElementType type = type(definition, component);
        if (type == null) {
            return new Known(new Word(place, "", "", "", ""), Entry.NONE, null);
        }
        String part = part(definition, component);
        Entry entry = entry(place, part, type.dataElement());
        String kind = String.valueOf(type.kind());
        return new Known(new Word(place, part, type.dataElement(), kind, entry.name()), entry, type);
    }

    private static String place(String segment, int element, int component) {
        return segment + (element < 10 ? "0" : "") + element + (component == 0 ? "" : "-" + component);
    }

    private static String part(Dictionary.ElementDefinition definition, int component) {
        return component == 0 ? "" : definition.type().dataElement() + "-" + component;
    }

    private static ElementType type(Dictionary.ElementDefinition definition, int component) {
        if (definition == null || definition.isComposite() != component > 0) {
            return null;
        }
        List<ElementType> components = definition.components();
        if (component == 0) {
            return definition.type();
        }
        return component <= components.size() ? components.get(component - 1) : null;
    }

    private Dictionary.ElementDefinition definition(String segment, int element) {
        Dictionary.SegmentDefinition known = dictionary.segment(segment);
        return known == null || element > known.elements().size()
                ? null
                : known.elements().get(element - 1);
    }

    private Entry entry(String place, String part, String dataElement) {
        Entry entry = entries.get(place);
        if (entry == null) {
            entry = entries.get(part);
        }
        return entry == null ? entries.getOrDefault(dataElement, Entry.NONE) : entry;
    }

    /** Whether a value has the form that the dictionary asks for here. */
    public boolean fits(Segment segment, int element, int component, String value) {
        ElementType type = known(segment.id(), element, component).type();
        return type != null && type.judge(value) == null;
    }

    /** What a code means at its place; empty when no list says it. */
    public String meaning(Segment segment, int element, int repetition, int component) {
        Entry entry = known(segment.id(), element, component).entry();
        Node list = entry.list();
        if (entry.position() > 0) {
            String code = component == 0
                    ? segment.text(entry.position())
                    : segment.text(element, repetition, entry.position());
            list = entry.listsByCode().get(code);
        }
        if (list == null) {
            return "";
        }
        String value = component == 0 ? segment.text(element).trim() : segment.text(element, repetition, component);
        return lists.find(list.text(), list).meanings().getOrDefault(value, "");
    }
}
