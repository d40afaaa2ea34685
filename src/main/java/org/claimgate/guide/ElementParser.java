package org.claimgate.guide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimgate.x12.Slice;

/** Reads the elements of one segment use: {@code 1: XX, 2/3: {...}, 1-12: {...}}. */
final class ElementParser {

    private static final Pattern POSITIONS =
            Pattern.compile("(\\d+(?:!?[-/]\\d+)?(?: \\d+(?:[-/]\\d+)?)*)(!)?(?: by (\\d+))?");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z0-9]+(?: [A-Z0-9]+)*");
    private static final Pattern RANGE = Pattern.compile("([^. ][^ ]*?)\\.\\.([^ ]+)");

    private final Dictionary.SegmentDefinition segment;
    private final List<String> qualifiers;
    private final boolean continues;
    private final CodeLists lists;
    private final Function<Node, Unless> unless;

    ElementParser(
            Dictionary.SegmentDefinition segment,
            List<String> qualifiers,
            boolean continues,
            CodeLists lists,
            Function<Node, Unless> unless) {
        this.segment = segment;
        this.qualifiers = qualifiers;
        this.continues = continues;
        this.lists = lists;
        this.unless = unless;
    }

    List<Mapping> parse(Map<String, Node> elements) {
        Places places = Places.ofSegment(segment);
        List<Mapping> mappings = parseAll(elements, places);
        addUnlisted(mappings, places);
        return mappings;
    }

    private List<Mapping> parseAll(Map<String, Node> elements, Places places) {
        List<Mapping> mappings = new ArrayList<>();
        elements.forEach((key, value) -> {
            Matcher matcher = POSITIONS.matcher(key);
            if (!matcher.matches()) {
                throw value.mistake("unknown word '" + key + "' in " + segment.id());
            }
            String[] positions = matcher.group(1).split(" ");
            boolean required = matcher.group(2) != null;
            int groupSize = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
            mappings.addAll(parseOne(places, positions, required, groupSize, value));
        });
        return mappings;
    }

    private List<Mapping> parseOne(Places places, String[] positions, boolean required, int groupSize, Node value) {
        if (positions[0].contains("/")) {
            return List.of(pairs(places, positions, required, value));
        }
        if (groupSize > 0) {
            return List.of(groups(places, positions, groupSize, required, value));
        }
        if (positions.length > 1 || positions[0].contains("-")) {
            return List.of(spread(places, positions, required, value));
        }
        int position = Integer.parseInt(positions[0]);
        if (value.isText()) {
            return places.isComposite(position, value)
                    ? List.of(unnamedComposite(places, position, required, value))
                    : List.of(leaf(places, position, value));
        }
        if (value.entries().containsKey("value")) {
            Mapping leaf = leaf(places, position, value.required("value"));
            return List.of(new Conditional(leaf, unless.apply(value.required("unless"))));
        }
        if (value.entries().containsKey("at")) {
            return List.of(spread(places, positions, required, value));
        }
        List<Mapping> components = composite(places.inside(position, value), value.entries());
        return List.of(new Composite(places.whole(position), components, required));
    }

    private List<Mapping> composite(Places inside, Map<String, Node> components) {
        List<Mapping> mappings = parseAll(components, inside);
        addUnlisted(mappings, inside);
        return mappings;
    }

    private static Mapping unnamedComposite(Places places, int position, boolean required, Node value) {
        if (!value.text().equals("~")) {
            throw value.mistake("element " + position + " is a composite: write its components as {1: ...}");
        }
        List<Mapping> unnamed = new ArrayList<>();
        Places inside = places.inside(position, value);
        for (int i = 1; i <= inside.size(); i++) {
            Cell cell = inside.cell(i, value);
            unnamed.add(new Unnamed(cell, Allowed.any(cell.type())));
        }
        return new Composite(places.whole(position), unnamed, required);
    }

    private Mapping leaf(Places places, int position, Node node) {
        Cell cell = places.cell(position, node);
        String text = node.text();
        if (text.startsWith("=")) {
            return counter(cell, node, text.substring(1));
        }
        if (CONSTANT.matcher(text).matches()) {
            String[] values = text.split(" ");
            return constant(cell, values[Math.min(places.ordinal(), values.length - 1)], node);
        }
        PlaceNotation notation = PlaceNotation.parse(text);
        if (notation != null && notation.isNameless()) {
            return new Unnamed(cell, notation.allowed(cell.type(), places.ordinal(), lists, node));
        }
        FieldPath path = notation == null ? null : FieldPath.parse(notation.name());
        if (path == null) {
            throw node.mistake("'" + text + "' is no constant and no JSON field");
        }
        Allowed allowed = notation.allowed(cell.type(), places.ordinal(), lists, node);
        boolean qualifies = isQualifier(cell) && allowed.codes().isAny();
        return new Field(
                cell, path, qualifies ? allowed.codes(CodeList.of(qualifiers)) : allowed, notation.whenAbsent());
    }

    private static Constant constant(Cell cell, String text, Node node) {
        if (text.length() > cell.type().maximum()) {
            throw node.mistake(
                    "'" + text + "' is longer than its element (" + cell.type().maximum() + ")");
        }
        return new Constant(cell, text);
    }

    private static Counter counter(Cell cell, Node node, String text) {
        String[] words = text.split(" ", 2);
        FieldPath override = words.length > 1 ? FieldPath.parse(words[1]) : null;
        Counter.Kind kind =
                switch (words[0]) {
                    case "hl" -> Counter.Kind.LEVEL;
                    case "parent" -> Counter.Kind.PARENT;
                    case "child" -> Counter.Kind.CHILD;
                    case "count" -> Counter.Kind.ORDINAL;
                    default -> throw node.mistake("unknown counter '=" + text + "'; known: =hl =parent =child =count");
                };
        return new Counter(cell, kind, override);
    }

    private Mapping pairs(Places places, String[] positions, boolean required, Node value) {
        List<Pairs.Slot> slots = new ArrayList<>();
        for (String position : positions) {
            String[] pair = position.replace("!", "").split("/");
            if (pair.length != 2) {
                throw value.mistake("'" + position + "' is no pair, such as 3/4");
            }
            slots.add(new Pairs.Slot(
                    places.cell(Integer.parseInt(pair[0]), value), places.cell(Integer.parseInt(pair[1]), value)));
        }
        Map<String, Alternative> alternatives = new LinkedHashMap<>();
        FieldPath items = null;
        boolean requiredInside = false;
        Unless condition = null;
        for (Map.Entry<String, Node> entry : value.entries().entrySet()) {
            if (entry.getKey().equals("at")) {
                items = path(entry.getValue(), entry.getValue().text());
            } else if (entry.getKey().equals("unless")) {
                condition = unless.apply(entry.getValue());
            } else {
                requiredInside |= entry.getValue().text().contains("!");
                Alternative alternative = alternative(entry.getKey(), entry.getValue(), slots.get(0));
                alternatives.put(alternative.qualifier(), alternative);
            }
        }
        Mapping pairs = new Pairs(
                slots, List.copyOf(alternatives.values()), items, need(positions[0], required || requiredInside));
        return condition == null ? pairs : new Conditional(pairs, condition);
    }

    private static Pairs.Need need(String firstPosition, boolean both) {
        if (both) {
            return Pairs.Need.BOTH;
        }
        return firstPosition.contains("!") ? Pairs.Need.QUALIFIER : Pairs.Need.NEITHER;
    }

    private Alternative alternative(String key, Node node, Pairs.Slot slot) {
        boolean follows = key.startsWith("+");
        String qualifier = follows ? key.substring(1) : key;
        if (qualifier.length() > slot.qualifier().type().maximum()) {
            throw node.mistake("qualifier '" + qualifier + "' is longer than its element");
        }
        if (Slice.pack(qualifier) == 0) {
            throw node.mistake("qualifier '" + qualifier + "' must have one to eight characters");
        }
        ElementType type = slot.value().type();
        Matcher range = RANGE.matcher(node.text().replace("!", ""));
        if (range.matches()) {
            return new Alternative(
                    qualifier, path(node, range.group(1)), path(node, range.group(2)), Allowed.any(type), follows);
        }
        PlaceNotation notation = PlaceNotation.parse(node.text());
        if (notation == null) {
            throw node.mistake("'" + node.text() + "' is no JSON field");
        }
        FieldPath field = notation.isNameless() ? null : path(node, notation.name());
        return new Alternative(qualifier, field, null, notation.allowed(type, 0, lists, node), follows);
    }

    private static FieldPath path(Node node, String text) {
        FieldPath path = FieldPath.parse(text);
        if (path == null) {
            throw node.mistake("'" + text + "' is no JSON field");
        }
        return path;
    }

    private Mapping groups(Places places, String[] positions, int size, boolean required, Node value) {
        String[] range = positions[0].split("-");
        if (positions.length != 1 || range.length != 2) {
            throw value.mistake("groups need one range, such as '2-19 by 3'");
        }
        FieldPath items = path(value, value.required("at").text());
        int from = Integer.parseInt(range[0]);
        int to = Integer.parseInt(range[1]);
        if ((to - from + 1) % size != 0 || !items.array()) {
            throw value.mistake("groups need an array and a range that holds whole groups");
        }
        List<List<Mapping>> slots = new ArrayList<>();
        for (int start = from; start <= to; start += size) {
            Places group = places.group(start, size, from);
            slots.add(composite(group, without(value.entries(), "at")));
        }
        return new Spread(items, slots, false, required, continues);
    }

    private Mapping spread(Places places, String[] positions, boolean required, Node value) {
        List<Integer> numbers = numbers(positions, value);
        if (value.isText()) {
            return plainSpread(places, numbers, required, value);
        }
        Node at = value.entries().get("at");
        List<List<Mapping>> slots = new ArrayList<>();
        for (int number : numbers) {
            Places inside = at == null ? places.inside(number, value) : places.slot(number, numbers.get(0), value);
            slots.add(composite(inside.nth(slots.size()), without(value.entries(), "at")));
        }
        FieldPath items = at == null ? arrayOf(slots.get(0), value) : path(at, at.text());
        if (!items.array() && numbers.size() > 1) {
            throw value.mistake("a spread needs an array");
        }
        return new Spread(items, slots, at == null, required, continues);
    }

    private Mapping plainSpread(Places places, List<Integer> numbers, boolean required, Node value) {
        List<List<Mapping>> slots = new ArrayList<>();
        for (int number : numbers) {
            slots.add(List.of(leaf(places, number, value)));
        }
        FieldPath items = arrayOf(slots.get(0), value);
        boolean requiredInside = ((Field) slots.get(0).get(0)).allowed().required();
        List<List<Mapping>> optional =
                slots.stream().map(ElementParser::asOptional).toList();
        return new Spread(items, optional, true, required || requiredInside, continues && !places.isComponent());
    }

    private static List<Mapping> asOptional(List<Mapping> slot) {
        Field field = (Field) slot.get(0);
        return List.of(new Field(field.cell(), field.path(), field.allowed().required(false), null));
    }

    private static FieldPath arrayOf(List<Mapping> slot, Node value) {
        FieldPath found = null;
        for (Mapping mapping : slot) {
            if (mapping instanceof Field field && field.path().array()) {
                if (found != null) {
                    throw value.mistake("a spread without 'at' must hold one array field, it holds two");
                }
                found = field.path();
            }
        }
        if (found == null) {
            throw value.mistake("a spread needs an array: 'at: \"items[]\"' or one field written with []");
        }
        return found;
    }

    private static List<Integer> numbers(String[] positions, Node value) {
        List<Integer> numbers = new ArrayList<>();
        for (String position : positions) {
            String[] range = position.split("-");
            int to = Integer.parseInt(range[range.length - 1]);
            for (int number = Integer.parseInt(range[0]); number <= to; number++) {
                numbers.add(number);
            }
        }
        if (numbers.isEmpty()) {
            throw value.mistake("the range is empty");
        }
        return numbers;
    }

    private static Map<String, Node> without(Map<String, Node> entries, String key) {
        Map<String, Node> rest = new LinkedHashMap<>(entries);
        rest.remove(key);
        return rest;
    }

    /** Whatever is not listed still has a place: the qualifier that tells the use apart, and values that are not used. */
    private void addUnlisted(List<Mapping> mappings, Places places) {
        Set<String> listed = new HashSet<>();
        mappings.forEach(
                mapping -> mapping.cells().forEach(cell -> listed.add(cell.element() + "-" + cell.component())));
        for (Cell cell : places.allCells()) {
            if (listed.contains(cell.element() + "-" + cell.component())) {
                continue;
            }
            if (!isQualifier(cell)) {
                mappings.add(new Unnamed(cell, null));
            } else if (qualifiers.size() == 1) {
                mappings.add(0, new Constant(cell, qualifiers.get(0)));
            } else {
                mappings.add(0, new Unnamed(cell, new Allowed(cell.type(), true, CodeList.of(qualifiers), Format.ANY)));
            }
        }
    }

    private boolean isQualifier(Cell cell) {
        return !qualifiers.isEmpty()
                && cell.element() == segment.qualifierElement()
                && cell.component() == segment.qualifierComponent();
    }
}
