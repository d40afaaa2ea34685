package org.claimgate.guide;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.claimgate.x12.Slice;

/**
 * One or more qualifiers, each with its value behind it: the qualifier decides which field the value is.
 *
 * @param items the array that gets one object per pair; null when the fields stand side by side
 */
record Pairs(List<Slot> slots, Map<String, Alternative> alternatives, FieldPath items, Need need) implements Mapping {

    private static final String DATE_FORMAT = "1250";

    /** What of the first pair must be there when the segment is. */
    enum Need {
        NEITHER,
        QUALIFIER,
        BOTH
    }

    boolean required() {
        return need == Need.BOTH;
    }

    boolean qualifierRequired() {
        return need != Need.NEITHER;
    }

    /** A qualifier and the place of its value. */
    record Slot(Cell qualifier, Cell value) {}

    /**
     * The field of a qualifier; for a range, the field of its end as well; both null when it has no name.
     *
     * @param follows whether the qualifier cannot be that of the first pair
     */
    record Alternative(String qualifier, FieldPath field, FieldPath end, Allowed allowed, boolean follows) {

        private void bind(Shape here, Shape document) {
            if (isNamed()) {
                field.bindValue(here, document);
            }
            if (end != null) {
                end.bindValue(here, document);
            }
        }

        boolean isNamed() {
            return field != null;
        }

        int fields() {
            return !isNamed() ? 0 : end == null ? 1 : 2;
        }

        private boolean hasData(JsonSource source) {
            return isNamed() && source.has(field) && (end == null || source.has(end));
        }
    }

    @Override
    public void read(Reading reading, Content target) {
        Set<String> seen = slots.size() == 1 ? null : new LinkedHashSet<>();
        boolean any = false;
        for (Slot slot : slots) {
            if (!reading.isEmpty(slot.qualifier) || !reading.isEmpty(slot.value)) {
                any = true;
                readPair(reading, target, slot, seen);
            }
        }
        if (seen != null && items == null && !isInGuideOrder(seen)) {
            reading.keepOrder(target, String.join(" ", seen));
        }
        if (!any && required()) {
            reading.missing(slots.get(0).value, target, firstField());
        } else if (!any && need == Need.QUALIFIER) {
            reading.missing(slots.get(0).qualifier, target, null);
        }
    }

    private boolean isInGuideOrder(Set<String> seen) {
        if (seen.size() < 2) {
            return true;
        }
        List<String> guideOrder = new ArrayList<>(alternatives.keySet());
        guideOrder.retainAll(seen);
        List<String> known = new ArrayList<>(seen);
        known.retainAll(alternatives.keySet());
        return known.equals(guideOrder);
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
        if (alternative.follows && isFirst(slot)) {
            reading.issue(slot.qualifier, "IK403:7", expected(slot), alternative.qualifier, target, null);
        }
        if (need == Need.QUALIFIER && reading.isEmpty(slot.value) && usual().equals(alternative)) {
            return;
        }
        boolean again = items == null && seen != null && !seen.add(alternative.qualifier);
        if (reading.isEmpty(slot.value) || again || !alternative.isNamed()) {
            if (!reading.isEmpty(slot.value)) {
                reading.judge(slot.value, alternative.allowed, reading.value(slot.value), target, alternative.field);
            } else if (required()) {
                reading.missing(slot.value, target, alternative.field);
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
        return alternatives.values().stream()
                .filter(alternative -> !alternative.follows || !isFirst(slot))
                .map(Alternative::qualifier)
                .collect(Collectors.joining(" ", "one of ", ""));
    }

    private Alternative alternative(Slice qualifier) {
        for (Alternative alternative : alternatives.values()) {
            if (qualifier.matches(alternative.qualifier)) {
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
        ElementType.Fault fault = isFormatted(slot) ? DateFormat.judge(alternative.qualifier, value) : null;
        if (fault != null) {
            reading.fault(slot.value, fault, value.toString(), target, alternative.field);
            return alternative.end == null || hyphen(value) > 0;
        }
        reading.judge(slot.value, alternative.allowed, value, target, alternative.field);
        return alternative.end == null || hyphen(value) > 0;
    }

    @Override
    public boolean demands() {
        return need != Need.NEITHER;
    }

    @Override
    public void bind(Shape here, Shape document) {
        Shape inner = items == null ? here : items.bindObject(here, document);
        alternatives.values().forEach(alternative -> alternative.bind(inner, document));
    }

    private static boolean isFormatted(Slot slot) {
        return slot.qualifier.type().dataElement().equals(DATE_FORMAT);
    }

    private static void store(Alternative alternative, Content target, Slice value) {
        if (alternative.end == null) {
            alternative.field.put(target, value);
            return;
        }
        int hyphen = hyphen(value);
        int length = value.length();
        value.narrow(0, hyphen);
        alternative.field.put(target, value);
        value.narrow(hyphen + 1, length);
        alternative.end.put(target, value);
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
    public boolean hasData(JsonSource source) {
        if (items != null) {
            return source.has(items);
        }
        for (Alternative alternative : alternatives.values()) {
            if (alternative.isNamed()
                    && (source.has(alternative.field) || (alternative.end != null && source.has(alternative.end)))) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is a pair to write: a range needs both its ends. */
    boolean hasWholeData(JsonSource source) {
        return items != null
                ? source.has(items)
                : alternatives.values().stream().anyMatch(alternative -> alternative.hasData(source));
    }

    @Override
    public boolean write(Writing writing, JsonSource source) {
        boolean kept = false;
        List<Slot> free = new ArrayList<>();
        for (Slot slot : slots) {
            boolean taken = writeKept(writing, source, slot);
            kept |= taken;
            if (!taken) {
                free.add(slot);
            }
        }
        int used = items == null ? writeSideBySide(writing, source, free) : writeItems(writing, source, free);
        if (used == 0 && !kept && firstField() != null) {
            writing.visit(slots.get(0).value, () -> source.pointer(firstField()));
            if (required()) {
                writing.missing(slots.get(0).value, firstField(), source);
            }
            if (need == Need.QUALIFIER) {
                writing.put(slots.get(0).qualifier, usual().qualifier, source::pointer);
            }
        }
        return used > 0 || kept;
    }

    private int writeSideBySide(Writing writing, JsonSource source, List<Slot> free) {
        if (slots.size() == 1) {
            return free.isEmpty() ? 0 : writeOnly(writing, source);
        }
        int used = 0;
        for (Alternative alternative : inOrder(writing.keptOrder(source))) {
            if (!alternative.hasData(source)) {
                continue;
            }
            if (used == free.size()) {
                writing.issue(
                        slots.get(slots.size() - 1).value,
                        "IK403:3",
                        "at most " + slots.size() + " of these fields",
                        null,
                        () -> source.pointer(alternative.field));
                return used;
            }
            complainOfFirst(writing, source, alternative, free.get(used));
            writePair(writing, source, free.get(used++), alternative);
        }
        return used;
    }

    private int writeOnly(Writing writing, JsonSource source) {
        Slot slot = slots.get(0);
        Alternative best = best(source, alternatives.values(), slot);
        if (best == null) {
            complainOfHalfRange(writing, source);
            return 0;
        }
        writePair(writing, source, slot, best);
        complainOfExcluded(writing, source, best);
        return 1;
    }

    private void complainOfFirst(Writing writing, JsonSource source, Alternative alternative, Slot slot) {
        if (alternative.follows && isFirst(slot)) {
            writing.issue(slot.qualifier, "IK403:7", expected(slot), null, () -> source.pointer(alternative.field));
        }
    }

    /** A pair holds one value: a second field that would need the same place is not dropped in silence. */
    private void complainOfExcluded(Writing writing, JsonSource source, Alternative written) {
        for (Alternative other : alternatives.values()) {
            if (other.isNamed()
                    && other.hasData(source)
                    && !other.field.equals(written.field)
                    && !other.field.equals(written.end)) {
                String expected = "only one of " + written.field.pointer() + " and " + other.field.pointer();
                writing.issue(slots.get(0).value, "IK403:10", expected, null, () -> source.pointer(other.field));
            }
        }
    }

    private Collection<Alternative> inOrder(String order) {
        if (order == null) {
            return alternatives.values();
        }
        List<String> qualifiers = List.of(order.split(" "));
        List<Alternative> sorted = new ArrayList<>(alternatives.values());
        sorted.sort(Comparator.comparingInt(alternative -> qualifiers.contains(alternative.qualifier)
                ? qualifiers.indexOf(alternative.qualifier)
                : qualifiers.size()));
        return sorted;
    }

    private void complainOfHalfRange(Writing writing, JsonSource source) {
        for (Alternative alternative : alternatives.values()) {
            if (alternative.end != null && source.has(alternative.field) != source.has(alternative.end)) {
                FieldPath absent = source.has(alternative.field) ? alternative.end : alternative.field;
                writing.missing(slots.get(0).value, absent, source);
                return;
            }
        }
    }

    private int writeItems(Writing writing, JsonSource source, List<Slot> free) {
        int used = 0;
        for (JsonSource item : source.items(items)) {
            Alternative alternative = used < free.size() ? best(item, alternatives.values(), free.get(used)) : null;
            if (alternative == null) {
                String expected = used < free.size() ? "one known field" : "at most " + slots.size() + " items";
                writing.issue(slots.get(0).value, "IK403:3", expected, null, item::pointer);
                return used;
            }
            complainOfFirst(writing, item, alternative, free.get(used));
            writePair(writing, item, free.get(used++), alternative);
        }
        return used;
    }

    /** The alternative with the most fields, all present and of its format; the first of them. */
    private static Alternative best(JsonSource source, Collection<Alternative> candidates, Slot slot) {
        Alternative best = null;
        Alternative illFormed = null;
        for (Alternative candidate : candidates) {
            if (!candidate.hasData(source)) {
                continue;
            }
            if (isFormatted(slot) && DateFormat.judge(candidate.qualifier, valueOf(candidate, source)) != null) {
                illFormed = illFormed == null || candidate.fields() > illFormed.fields() ? candidate : illFormed;
            } else if (best == null || candidate.fields() > best.fields()) {
                best = candidate;
            }
        }
        boolean takeIllFormed = illFormed != null && (best == null || illFormed.fields() > best.fields());
        return takeIllFormed ? illFormed : best;
    }

    private static String valueOf(Alternative alternative, JsonSource source) {
        String value = source.text(alternative.field);
        return alternative.end == null ? value : value + "-" + source.text(alternative.end);
    }

    private void writePair(Writing writing, JsonSource source, Slot slot, Alternative alternative) {
        Supplier<String> pointer = () -> source.pointer(alternative.field);
        JsonNode given = alternative.field.get(source.base(alternative.field));
        if (writing.text(given, slot.value, pointer).isEmpty()) {
            return;
        }
        String value = valueOf(alternative, source);
        ElementType.Fault fault = isFormatted(slot) ? DateFormat.judge(alternative.qualifier, value) : null;
        if (fault != null) {
            writing.issue(slot.value, "IK403:" + fault.code(), fault.expected(), value, pointer);
        } else {
            writing.judge(slot.value, alternative.allowed, value, pointer);
        }
        writing.put(slot.qualifier, alternative.qualifier, pointer);
        writing.put(slot.value, value, pointer);
    }

    private static boolean writeKept(Writing writing, JsonSource source, Slot slot) {
        String qualifier = writing.kept(source, slot.qualifier);
        String value = writing.kept(source, slot.value);
        boolean any = qualifier != null && writing.put(slot.qualifier, qualifier, source::pointer);
        any |= value != null && writing.put(slot.value, value, source::pointer);
        return any;
    }

    /** The alternative whose qualifier stands alone when there is no value. */
    private Alternative usual() {
        return alternatives.values().iterator().next();
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
        for (Alternative alternative : alternatives.values()) {
            if (alternative.isNamed() && seen.add(alternative.field)) {
                boolean alone = required() && fieldCount() == 1;
                visitor.field(alternative.field, slots.get(0).value, alternative.allowed.required(alone));
            }
            if (alternative.end != null && seen.add(alternative.end)) {
                visitor.field(alternative.end, slots.get(0).value, alternative.allowed.required(false));
            }
        }
    }

    private long fieldCount() {
        return alternatives.values().stream()
                .filter(Alternative::isNamed)
                .map(Alternative::field)
                .distinct()
                .count();
    }
}
