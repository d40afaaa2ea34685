package org.claimgate.guide;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimgate.guide.PrivacyRules.Showing;

/**
 * The fields that the documents of a guide can have, and how much of what they hold may be shown. A field is known by its pattern: its JSON
 * pointer with {@code *} in place of the number of an item.
 */
public final class FieldPlaces {

    private static final Pattern ITEM = Pattern.compile("/\\d+(?=/|$)");
    private static final Pattern DAY = Pattern.compile("((?:19|20)\\d\\d)\\d{4,8}");

    /** A field that stands in several places is shown as the strictest of them wants it. */
    private record Known(ElementType type, Showing showing) {

        private Known and(Known other) {
            return other.showing.compareTo(showing) > 0 ? other : this;
        }
    }

    private final Map<String, Known> fields = new HashMap<>();
    /** The fields, and the objects and arrays around them. */
    private final Set<String> patterns = new HashSet<>();

    private final PrivacyRules.Follower follower;

    FieldPlaces(Loop root, PrivacyRules privacy) {
        this.follower = privacy.follower();
        add(root, "");
        for (String field : fields.keySet()) {
            for (int end = field.length(); end > 0; end = field.lastIndexOf('/', end - 1)) {
                patterns.add(field.substring(0, end));
            }
        }
    }

    /** Whether documents can have a field, object or array of this pattern, or at this pointer. */
    public boolean have(String pattern) {
        return patterns.contains(pattern(pattern));
    }

    /**
     * What may be shown of the value of a field: all of it, of a date the year, or nothing.
     *
     * @param pointer of the field
     */
    public Optional<String> shown(String pointer, String value) {
        Known known = fields.get(pattern(pointer));
        if (known == null || value.isEmpty() || known.type.judge(value) != null) {
            return Optional.empty();
        }
        return switch (known.showing) {
            case WHOLE -> Optional.of(value);
            case YEAR -> year(value);
            case NOTHING -> Optional.empty();
        };
    }

    private static Optional<String> year(String date) {
        Matcher day = DAY.matcher(date);
        return day.matches() ? Optional.of(day.group(1)) : Optional.empty();
    }

    static String pattern(String pointer) {
        return ITEM.matcher(pointer).replaceAll("/*");
    }

    /** The pattern of what a path leads to: of an array, its items. */
    static String inside(String around, FieldPath path) {
        return path == null ? around : path.pointerInside(around) + (path.array() ? "/*" : "");
    }

    private void add(Loop loop, String around) {
        String place = inside(around, loop.at());
        for (Part part : loop.children()) {
            if (part instanceof Loop below) {
                add(below, place);
            } else {
                add((Use) part, loop.id(), place);
            }
        }
    }

    private void add(Use use, String loop, String place) {
        Dictionary.SegmentDefinition segment = use.segment();
        boolean first = segment.qualifierElement() == 1 && segment.qualifierComponent() == 0;
        follower.begin(segment.id(), first ? use.qualifiers() : List.of(), loop);
        Collector collector = new Collector(segment, inside(place, use.at()));
        use.mappings().forEach(mapping -> mapping.visit(collector));
    }

    private final class Collector implements Mapping.FieldVisitor {

        private final Dictionary.SegmentDefinition segment;
        private final String place;

        private Collector(Dictionary.SegmentDefinition segment, String place) {
            this.segment = segment;
            this.place = place;
        }

        @Override
        public void field(FieldPath path, Cell cell, Allowed allowed) {
            Showing showing = follower.showing(Glossary.Word.of(segment, cell), true);
            fields.merge(FieldPlaces.inside(place, path), new Known(cell.type(), showing), Known::and);
        }

        @Override
        public void inside(FieldPath path, Consumer<Mapping.FieldVisitor> inner) {
            inner.accept(new Collector(segment, FieldPlaces.inside(place, path)));
        }
    }
}
