package org.claimgate.guide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimgate.x12.Slice;

/** One or more qualifiers, each with its value behind it: the qualifier decides which field the value is. */
final class Pairs implements Mapping {

    private static final String DATE_FORMAT = "1250";
    private static final String FILLED = ".filled";

    /** What of the first pair must be there when the segment is. */
    enum Need {
        NEITHER,
        QUALIFIER,
        BOTH
    }

    private final List<Slot> slots;
    private final Alternative[] alternatives;
    private final FieldPath items;
    private final Need need;
    /** Whether the qualifiers say how dates and times are written. */
    private final boolean formatted;

    private final FieldPath firstField;

    /** @param items the array that gets one object per pair; null when the fields stand side by side */
    Pairs(List<Slot> slots, List<Alternative> alternatives, FieldPath items, Need need) {
        this.slots = slots;
        this.alternatives = alternatives.toArray(Alternative[]::new);
        this.items = items;
        this.need = need;
        this.formatted = slots.get(0).qualifier.type().dataElement().equals(DATE_FORMAT);
        this.firstField = Mapping.super.firstField();
    }

    List<Slot> slots() {
        return slots;
    }

    List<Alternative> alternatives() {
        return List.of(alternatives);
    }

    Need need() {
        return need;
    }

    @Override
    public FieldPath firstField() {
        return firstField;
    }

    boolean required() {
        return need == Need.BOTH;
    }

    /** A qualifier and the place of its value. */
    record Slot(Cell qualifier, Cell value) {

        private boolean isEmpty(Reading reading) {
            return reading.isEmpty(qualifier) && reading.isEmpty(value);
        }
    }

    @Override
    public void read(Reading reading, Content target) {
        Set<String> seen = slots.size() == 1 ? null : new LinkedHashSet<>();
        int read = 0;
        boolean gap = false;
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            if (!slot.isEmpty(reading)) {
                gap |= i > read++;
                readPair(reading, target, slot, seen);
            }
        }
        if (gap) {
            keepGaps(reading, target);
        }
        boolean any = read > 0;
        if (seen != null && items == null && !isInGuideOrder(seen)) {
            reading.keepOrder(target, String.join(" ", seen));
        }
        if (!any && required()) {
            reading.missing(slots.get(0).value, target, firstField());
        } else if (!any && need == Need.QUALIFIER) {
            reading.missing(slots.get(0).qualifier, target, null);
        }
    }

    /** Keeps which pairs are filled, where one before them is not. */
    private void keepGaps(Reading reading, Content target) {
        String filled = slots.stream()
                .filter(slot -> !slot.isEmpty(reading))
                .map(slot -> slot.qualifier.name())
                .collect(Collectors.joining(" "));
        reading.keep(target, slots.get(0).qualifier.name() + FILLED, filled);
    }

    private boolean isInGuideOrder(Set<String> seen) {
        if (seen.size() < 2) {
            return true;
        }
        List<String> guideOrder = new ArrayList<>(qualifiers());
        guideOrder.retainAll(seen);
        List<String> known = new ArrayList<>(seen);
        known.retainAll(guideOrder);
        return known.equals(guideOrder);
    }

    private List<String> qualifiers() {
        return Arrays.stream(alternatives).map(Alternative::qualifier).toList();
    }

    private void readPair(Reading reading, Content target, Slot slot, Set<String> seen) {
        Alternative alternative = alternative(reading.value(slot.qualifier));
        if (alternative == null) {
            String found = reading.value(slot.qualifier).toString();
            String code = found.isEmpty() ? "IK403:1" : "IK403:7";
            reading.issue(slot.qualifier, code, expected(slot), found, target, null);
            keepPair(reading, target, slot);
            return;
        }
        if (alternative.follows() && isFirst(slot)) {
            reading.issue(slot.qualifier, "IK403:7", expected(slot), alternative.qualifier(), target, null);
        }
        if (need == Need.QUALIFIER && reading.isEmpty(slot.value) && usual().equals(alternative)) {
            return;
        }
        boolean again = items == null && seen != null && !seen.add(alternative.qualifier());
        if (reading.isEmpty(slot.value) || again || !alternative.isNamed()) {
            if (!reading.isEmpty(slot.value)) {
                reading.judge(
                        slot.value, alternative.allowed(), reading.value(slot.value), target, alternative.field());
            } else if (required()) {
                reading.missing(slot.value, target, alternative.field());
            }
            keepPair(reading, target, slot);
            return;
        }
        Content place = items == null ? target : items.open(target);
        if (judge(reading, slot, alternative, place)) {
            store(alternative, place, reading.value(slot.value));
        } else {
            keepPair(reading, target, slot);
        }
    }

    private boolean isFirst(Slot slot) {
        return slot.equals(slots.get(0));
    }

    private String expected(Slot slot) {
        return Arrays.stream(alternatives)
                .filter(alternative -> !alternative.follows() || !isFirst(slot))
                .map(Alternative::qualifier)
                .collect(Collectors.joining(" ", "one of ", ""));
    }

    private Alternative alternative(Slice qualifier) {
        for (Alternative alternative : alternatives) {
            if (qualifier.matches(alternative.qualifier())) {
                return alternative;
            }
        }
        return null;
    }

    private static void keepPair(Reading reading, Content target, Slot slot) {
        reading.keep(target, slot.qualifier, reading.value(slot.qualifier).toString());
        reading.keep(target, slot.value, reading.value(slot.value).toString());
    }

    /** Whether the value, however wrong, can be stored as the fields want it. */
    private boolean judge(Reading reading, Slot slot, Alternative alternative, Content target) {
        Slice value = reading.value(slot.value);
        ElementType.Fault fault = fault(alternative, value);
        if (fault != null) {
            reading.fault(slot.value, fault, value.toString(), target, alternative.field());
            return alternative.end() == null || hyphen(value) > 0;
        }
        reading.judge(slot.value, alternative.allowed(), value, target, alternative.field());
        return alternative.end() == null || hyphen(value) > 0;
    }

    @Override
    public boolean demands() {
        return need != Need.NEITHER;
    }

    @Override
    public void bind(Shape here, Shape document) {
        Shape inner = items == null ? here : items.bindObject(here, document);
        for (Alternative alternative : alternatives) {
            alternative.bind(inner, document);
        }
    }

    private static void store(Alternative alternative, Content target, Slice value) {
        if (alternative.end() == null) {
            alternative.field().put(target, value);
            return;
        }
        int hyphen = hyphen(value);
        int length = value.length();
        value.narrow(0, hyphen);
        alternative.field().put(target, value);
        value.narrow(hyphen + 1, length);
        alternative.end().put(target, value);
    }

    private static int hyphen(Slice value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) == '-') {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean hasData(Content source) {
        if (items != null) {
            return items.has(source);
        }
        for (Alternative alternative : alternatives) {
            if (alternative.hasSome(source)) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is a pair to write. */
    boolean hasWholeData(Content source) {
        if (items != null) {
            return items.has(source);
        }
        for (Alternative alternative : alternatives) {
            if (alternative.hasData(source)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean write(Writing writing, Content source) {
        List<Slot> free = source.keepsAnything() ? writeKept(writing, source) : slots;
        boolean kept = free.size() < slots.size();
        int used = items == null ? writeSideBySide(writing, source, free) : writeItems(writing, source, free);
        if (used == 0 && !kept && firstField != null) {
            writing.from(source, firstField);
            writing.visit(slots.get(0).value);
            if (required() && !hasData(source)) {
                writing.missing(slots.get(0).value);
            }
            if (need == Need.QUALIFIER) {
                writing.put(slots.get(0).qualifier, usual().qualifier());
            }
        }
        return used > 0 || kept;
    }

    private int writeSideBySide(Writing writing, Content source, List<Slot> free) {
        if (slots.size() == 1) {
            return free.isEmpty() ? 0 : writeOnly(writing, source);
        }
        int used = 0;
        for (Alternative alternative : inOrder(writing.keptOrder(source))) {
            if (!alternative.hasData(source)) {
                continue;
            }
            if (used == free.size()) {
                Cell last = slots.get(slots.size() - 1).value;
                writing.from(source, alternative.field());
                writing.issue(last, "IK403:3", "at most " + slots.size() + " of these fields", null);
                return used;
            }
            writePair(writing, source, free.get(used++), alternative);
        }
        return used;
    }

    private int writeOnly(Writing writing, Content source) {
        Slot slot = slots.get(0);
        Alternative best = best(writing, source);
        if (best == null) {
            complainOfHalfRange(writing, source);
            return 0;
        }
        writePair(writing, source, slot, best);
        complainOfExcluded(writing, source, best);
        return 1;
    }

    /** A pair holds one value: a second field that would need the same place is not dropped in silence. */
    private void complainOfExcluded(Writing writing, Content source, Alternative written) {
        for (Alternative other : alternatives) {
            if (other.hasData(source)
                    && !other.field().equals(written.field())
                    && !other.field().equals(written.end())) {
                String expected = "only one of " + written.field().pointer() + " and "
                        + other.field().pointer();
                writing.from(source, other.field());
                writing.issue(slots.get(0).value, "IK403:10", expected, null);
            }
        }
    }

    private Alternative[] inOrder(String order) {
        if (order == null) {
            return alternatives;
        }
        List<String> qualifiers = List.of(order.split(" "));
        Alternative[] sorted = alternatives.clone();
        Arrays.sort(
                sorted,
                Comparator.comparingInt(alternative -> qualifiers.contains(alternative.qualifier())
                        ? qualifiers.indexOf(alternative.qualifier())
                        : qualifiers.size()));
        return sorted;
    }

    private void complainOfHalfRange(Writing writing, Content source) {
        for (Alternative alternative : alternatives) {
            if (alternative.hasSome(source)) {
                boolean begun = alternative.field().has(source);
                writing.from(source, begun ? alternative.end() : alternative.field());
                writing.missing(slots.get(0).value);
                return;
            }
        }
    }

    private int writeItems(Writing writing, Content source, List<Slot> free) {
        int used = 0;
        for (int i = 0; i < items.size(source); i++) {
            Content item = items.item(source, i);
            Alternative alternative = used < free.size() ? best(writing, item) : null;
            if (alternative == null) {
                String expected = used < free.size() ? "one known field" : "at most " + slots.size() + " items";
                writing.from(item);
                writing.issue(slots.get(0).value, "IK403:3", expected, null);
                return used;
            }
            writePair(writing, item, free.get(used++), alternative);
        }
        return used;
    }

    /** The alternative with the most fields, all present and of its format; the first of them. */
    private Alternative best(Writing writing, Content source) {
        Alternative best = null;
        Alternative illFormed = null;
        for (Alternative candidate : alternatives) {
            if (!candidate.hasData(source)) {
                continue;
            }
            if (fault(candidate, candidate.value(writing, source)) != null) {
                illFormed = illFormed == null || candidate.fields() > illFormed.fields() ? candidate : illFormed;
            } else if (best == null || candidate.fields() > best.fields()) {
                best = candidate;
            }
        }
        boolean takeIllFormed = illFormed != null && (best == null || illFormed.fields() > best.fields());
        return takeIllFormed ? illFormed : best;
    }

    /** What is wrong with a value by the format that its qualifier says. */
    private ElementType.Fault fault(Alternative alternative, CharSequence value) {
        return formatted ? DateFormat.judge(alternative.qualifier(), value) : null;
    }

    private void writePair(Writing writing, Content source, Slot slot, Alternative alternative) {
        writing.from(source, alternative.field());
        if (alternative.follows() && isFirst(slot)) {
            writing.issue(slot.qualifier, "IK403:7", expected(slot), null);
        }
        if (writing.text(slot.value).isEmpty()) {
            return;
        }
        CharSequence value = alternative.value(writing, source);
        ElementType.Fault fault = fault(alternative, value);
        if (fault != null) {
            writing.issue(slot.value, "IK403:" + fault.code(), fault.expected(), value.toString());
        } else {
            writing.judge(slot.value, alternative.allowed(), value);
        }
        writing.put(slot.qualifier, alternative.qualifier());
        writing.put(slot.value, value);
    }

    /** Writes the pairs that are kept without a field; the slots that are free, those first that the document keeps as filled. */
    private List<Slot> writeKept(Writing writing, Content source) {
        List<Slot> free = new ArrayList<>();
        writing.from(source);
        for (Slot slot : slots) {
            String qualifier = writing.kept(source, slot.qualifier);
            String value = writing.kept(source, slot.value);
            boolean any = qualifier != null && writing.put(slot.qualifier, qualifier);
            any |= value != null && writing.put(slot.value, value);
            if (!any) {
                free.add(slot);
            }
        }
        String filled = writing.kept(
                source, writing.occurrence(), slots.get(0).qualifier.name() + FILLED);
        if (filled != null) {
            List<String> names = List.of(filled.split(" "));
            free.sort(Comparator.comparing(slot -> !names.contains(slot.qualifier.name())));
        }
        return free;
    }

    /** The alternative whose qualifier stands alone when there is no value. */
    private Alternative usual() {
        return alternatives[0];
    }

    @Override
    public List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        slots.forEach(slot -> {
            cells.add(slot.qualifier);
            cells.add(slot.value);
        });
        return cells;
    }

    @Override
    public void visit(FieldVisitor visitor) {
        if (items != null) {
            visitor.inside(items, this::visitAlternatives);
        } else {
            visitAlternatives(visitor);
        }
    }

    private void visitAlternatives(FieldVisitor visitor) {
        Set<FieldPath> seen = new HashSet<>();
        for (Alternative alternative : alternatives) {
            if (alternative.isNamed() && seen.add(alternative.field())) {
                boolean alone = required() && fieldCount() == 1;
                visitor.field(
                        alternative.field(),
                        slots.get(0).value,
                        alternative.allowed().required(alone));
            }
            if (alternative.end() != null && seen.add(alternative.end())) {
                visitor.field(
                        alternative.end(),
                        slots.get(0).value,
                        alternative.allowed().required(false));
            }
        }
    }

    private long fieldCount() {
        return Arrays.stream(alternatives)
                .filter(Alternative::isNamed)
                .map(Alternative::field)
                .distinct()
                .count();
    }
}
