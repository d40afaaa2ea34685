package org.claimgate.guide;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.claimgate.x12.Segment;

/** A segment in its place: what tells it from its siblings and what its elements carry. */
final class Use implements Part {

    private final Dictionary.SegmentDefinition segment;
    private final String key;
    private final boolean required;
    private final int maximum;
    private final FieldPath at;
    private final List<String> qualifiers;
    private final Mappings mappings;
    private final SyntaxNote[] notes;
    private final int packedId;
    private final boolean continues;
    /** Pairs of which those that find no place go on in the next occurrence; null for none. */
    private final Pairs goingOn;

    private final Map<Counter.Kind, Cell> counters = new EnumMap<>(Counter.Kind.class);
    private final int[] repeatingElements;
    private final Unless unless;
    private final Unless requiredUnless;
    private Conditional[] situational = {};
    private boolean conditional;
    private final String title;

    Use(
            Dictionary.SegmentDefinition segment,
            String key,
            boolean required,
            int maximum,
            FieldPath at,
            List<String> qualifiers,
            List<Mapping> mappings,
            Unless unless,
            Unless requiredUnless,
            String title) {
        this.segment = segment;
        this.key = key;
        this.required = required;
        this.maximum = maximum;
        this.at = at;
        this.qualifiers = qualifiers;
        this.mappings = new Mappings(mappings, false);
        this.notes = segment.notes().toArray(SyntaxNote[]::new);
        this.unless = unless;
        this.requiredUnless = requiredUnless;
        this.title = title;
        this.packedId = Segment.packId(segment.id());
        for (Mapping mapping : mappings) {
            if (mapping instanceof Counter counter) {
                counters.put(counter.kind(), counter.cell());
            }
        }
        this.continues = mappings.stream().anyMatch(Mapping::spansOccurrences);
        this.goingOn = maximum == 1 || (at != null && at.array()) ? null : goingOn(mappings);
        this.repeatingElements = IntStream.rangeClosed(1, segment.elements().size())
                .filter(element -> segment.elements().get(element - 1).type().repeats() > 1 && !isList(element))
                .toArray();
    }

    private static Pairs goingOn(List<Mapping> mappings) {
        return mappings.stream()
                .filter(mapping -> mapping instanceof Pairs pairs && pairs.mayGoOn())
                .map(Pairs.class::cast)
                .findFirst()
                .orElse(null);
    }

    private boolean isList(int element) {
        return mappings().stream()
                .anyMatch(mapping -> mapping instanceof Field field
                        && field.cell().element() == element
                        && field.path().array());
    }

    /** Finds the slots of the fields in the shape of the object of its loop. */
    void bind(Loop loop, Shape here, Shape document) {
        Shape own = at == null ? here : at.bindObject(here, document);
        own.keptNames().add(loop, this);
        mappings().forEach(mapping -> {
            mapping.bind(own, document);
            mapping.visit(new Mapping.FieldVisitor() {
                @Override
                public void field(FieldPath path, Cell cell, Allowed allowed) {}

                @Override
                public void inside(FieldPath items, Consumer<Mapping.FieldVisitor> fields) {
                    items.bindObject(own, document).keptNames().add(loop, Use.this);
                }
            });
        });
        situational = mappings().stream()
                .filter(mapping ->
                        mapping instanceof Conditional part && part.unless().leadsElsewhere())
                .toArray(Conditional[]::new);
        conditional = situational.length > 0 || (unless != null && unless.leadsElsewhere());
    }

    /**
     * Whether a value can be kept under the name of a place.
     *
     * @param what behind the name of the place: {@code ^2}, {@code .filled}; null for the value itself
     * @param later of a later occurrence, in which nothing has a field
     */
    boolean keeps(String place, String what, boolean later) {
        if (what != null && what.startsWith("^")) {
            return Arrays.stream(repeatingElements).anyMatch(element -> place.startsWith(element + "-"));
        }
        boolean named = what == null && !later;
        return mappings().stream()
                .flatMap(mapping -> (named ? mapping.nameless() : mapping.cells()).stream())
                .anyMatch(cell -> cell.name().equals(place));
    }

    /**
     * Moves the values of a segment into the object of its fields.
     *
     * @param present the elements that hold something, a bit for each position
     */
    void read(Reading reading, Content target, long present) {
        mappings.read(reading, target, present);
    }

    /** Whether one of its elements is a count of this kind. */
    boolean counts(Counter.Kind kind) {
        return counters.containsKey(kind);
    }

    /** The place of a count; null where there is none of this kind. */
    Cell counter(Counter.Kind kind) {
        return counters.get(kind);
    }

    /** The mapping that has an element. */
    Mapping mapping(int element) {
        return mappings().stream()
                .filter(mapping -> mapping.cells().stream().anyMatch(cell -> cell.element() == element))
                .findFirst()
                .orElseThrow();
    }

    /** The syntax notes of its segment. */
    SyntaxNote[] notes() {
        return notes;
    }

    /** Elements that may repeat and whose repetitions have no field: they are kept under systematic names. */
    int[] repeatingElements() {
        return repeatingElements;
    }

    /** Whether a segment of this id is this use and not a sibling. */
    boolean matches(Segment candidate) {
        return qualifiers.isEmpty() || qualifiers.contains(qualifier(candidate));
    }

    /** Whether it, or an element of it, is not used where another part is. */
    boolean isConditional() {
        return conditional;
    }

    /** The loop on the way to the record without which it is required; null for none. */
    Unless requiredUnless() {
        return requiredUnless;
    }

    /** The elements that are not used where a loop on the way to the record is there instead. */
    Conditional[] situational() {
        return situational;
    }

    /** What its qualifier may be; empty where nothing tells it from others. */
    List<String> qualifiers() {
        return qualifiers;
    }

    /** The type of the element by which uses of its segment are told apart. */
    ElementType qualifierType() {
        Dictionary.ElementDefinition element = segment.elements().get(segment.qualifierElement() - 1);
        return segment.qualifierComponent() == 0
                ? element.type()
                : element.components().get(segment.qualifierComponent() - 1);
    }

    /** The qualifier of a segment of its id. */
    String qualifier(Segment candidate) {
        return candidate.text(segment.qualifierElement(), 1, Math.max(1, segment.qualifierComponent()));
    }

    /** Whether some segment could be taken for either. */
    boolean overlaps(Use other) {
        if (packedId != other.packedId) {
            return false;
        }
        return qualifiers.isEmpty()
                || other.qualifiers.isEmpty()
                || !Collections.disjoint(qualifiers, other.qualifiers);
    }

    Dictionary.SegmentDefinition segment() {
        return segment;
    }

    int packedId() {
        return packedId;
    }

    /** What the mapping file calls it; empty where it gives no title. */
    String title() {
        return title;
    }

    List<Mapping> mappings() {
        return mappings.all();
    }

    /** How many occurrences its arrays need. */
    int occurrences(Content own) {
        int occurrences = 1;
        if (continues) {
            for (Mapping mapping : mappings.inOrder()) {
                occurrences = Math.max(occurrences, mapping.occurrences(own));
            }
        }
        if (goingOn != null) {
            occurrences = Math.max(occurrences, goingOn.occurrences(own));
        }
        return occurrences;
    }

    /** Whether a later occurrence holds nothing but pairs that found no place in those before it; if so, they are read. */
    boolean readsOn(Reading reading, Content target) {
        if (goingOn == null || !goingOn.goesOn(reading, target)) {
            return false;
        }
        for (Mapping mapping : mappings()) {
            boolean other = mapping != goingOn && !(mapping instanceof Constant);
            if (other && mapping.cells().stream().anyMatch(cell -> !reading.isEmpty(cell))) {
                return false;
            }
        }
        goingOn.readOn(reading, target);
        return true;
    }

    /** Puts the pairs that found no place in the occurrences before into a later one; whether there were any. */
    boolean writeOn(Writing writing, Content own) {
        boolean written = goingOn != null && goingOn.writeOn(writing, own);
        for (Mapping mapping : mappings.named()) {
            if (written && mapping instanceof Constant) {
                mapping.write(writing, own);
            }
        }
        return written;
    }

    /** Puts the values of a document into the segment being written; whether there were any. */
    boolean write(Writing writing, Content own) {
        boolean data = false;
        for (Mapping mapping : own.keepsAnything() ? mappings.inOrder() : mappings.named()) {
            data |= mapping.write(writing, own);
        }
        return data;
    }

    /** The object or array of its fields; null when they stand with the loop's. */
    FieldPath at() {
        return at;
    }

    /** Whether each occurrence is an item of an array, or its arrays go on from one to the next. */
    boolean carriesRepeats() {
        return continues || (at != null && at.array());
    }

    @Override
    public boolean hasData(Content source) {
        if (at != null) {
            return at.has(source);
        }
        for (Mapping mapping : mappings.inOrder()) {
            if (mapping.hasData(source)) {
                return true;
            }
        }
        return false;
    }

    /** The same, a range with one of its ends not counted. */
    boolean hasWholeData(Content source) {
        if (at != null) {
            return at.has(source);
        }
        for (Mapping mapping : mappings.inOrder()) {
            if (mapping instanceof Pairs pairs ? pairs.hasWholeData(source) : mapping.hasData(source)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String missingCode() {
        return "IK304:3";
    }

    @Override
    public boolean required() {
        return required;
    }

    @Override
    public int maximum() {
        return maximum;
    }

    @Override
    public Use first() {
        return this;
    }

    @Override
    public Unless unless() {
        return unless;
    }

    @Override
    public Set<String> loopIds() {
        return Set.of();
    }
}
