package org.claimgate.guide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimgate.x12.Slice;

/** One or more qualifiers, each with its value behind it: the qualifier decides which field the value is. */
final class Pairs implements Mapping {

    private static final String DATE_FORMAT = "1250";

    /** What of the first pair must be there when the segment is. */
    enum Need {
        NEITHER,
        QUALIFIER,
        BOTH
    }

    private final List<Slot> slots;
    private final Alternative[] alternatives;
    private final long[] packedQualifiers;
    private final FieldPath items;
    private final Need need;
    /** Whether the qualifiers say how dates and times are written. */
    private final boolean formatted;

    private final FieldPath firstField;
    private final PairFiller filler;

    /** @param items the array that gets one object per pair; null when the fields stand side by side */
    Pairs(List<Slot> slots, List<Alternative> alternatives, FieldPath items, Need need) {
        this.slots = slots;
        this.alternatives = alternatives.toArray(Alternative[]::new);
        this.packedQualifiers = alternatives.stream()
                .map(Alternative::qualifier)
                .mapToLong(Slice::pack)
                .toArray();
        this.items = items;
        this.need = need;
        this.formatted = slots.get(0).qualifier.type().dataElement().equals(DATE_FORMAT);
        this.firstField = Mapping.super.firstField();
        this.filler = new PairFiller(this, this.alternatives);
    }

    List<Slot> slots() {
        return slots;
    }

    /** The array that gets one object per pair; null when the fields stand side by side. */
    FieldPath items() {
        return items;
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
        reading.keep(target, filledName(), filled);
    }

    /** Under which name, behind that of the use, it is kept. */
    String filledName() {
        return slots.get(0).qualifier.name() + ".filled";
    }

    /** Whether there may be more pairs than the segment has places for. */
    boolean mayGoOn() {
        return items == null && slots.size() > 1 && slots.size() < fieldCount();
    }

    /** Whether a later occurrence goes on with pairs that its predecessors, all full, had no place for. */
    boolean goesOn(Reading reading, Content target) {
        Set<String> before = present(target);
        Set<String> further = new LinkedHashSet<>();
        int pairs = 0;
        for (Slot slot : slots) {
            if (slot.isEmpty(reading)) {
                continue;
            }
            Alternative alternative = alternative(reading.value(slot.qualifier));
            boolean whole = alternative != null && alternative.isNamed() && !reading.isEmpty(slot.value);
            if (!whole || (alternative.follows() && isFirst(slot)) || !slot.equals(slots.get(pairs++))) {
                return false;
            }
            further.add(alternative.qualifier());
        }
        boolean distinct = further.size() == pairs && Collections.disjoint(before, further);
        return pairs > 0 && distinct && before.size() == (reading.occurrence() - 1) * slots.size();
    }

    /** Reads an occurrence that {@link #goesOn}. */
    void readOn(Reading reading, Content target) {
        String order = reading.keptOrder(target);
        Set<String> seen = order == null ? present(target) : new LinkedHashSet<>(List.of(order.split(" ")));
        for (Slot slot : slots) {
            if (!slot.isEmpty(reading)) {
                readPair(reading, target, slot, seen);
            }
        }
        if (!isInGuideOrder(seen)) {
            reading.keepOrder(target, String.join(" ", seen));
        }
    }

    /** The qualifiers of the pairs that an object has the fields of, in the order of the guide. */
    private Set<String> present(Content source) {
        Set<String> present = new LinkedHashSet<>();
        for (Alternative alternative : alternatives) {
            if (alternative.hasData(source)) {
                present.add(alternative.qualifier());
            }
        }
        return present;
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

    boolean isFirst(Slot slot) {
        return slot.equals(slots.get(0));
    }

    String expected(Slot slot) {
        return Arrays.stream(alternatives)
                .filter(alternative -> !alternative.follows() || !isFirst(slot))
                .map(Alternative::qualifier)
                .collect(Collectors.joining(" ", "one of ", ""));
    }

    private Alternative alternative(Slice qualifier) {
        long packed = qualifier.packed();
        for (int i = 0; i < alternatives.length; i++) {
            if (packedQualifiers[i] == packed) {
                return alternatives[i];
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
        return filler.write(writing, source);
    }

    /** Puts what the occurrences before had no place for; whether there was any. */
    boolean writeOn(Writing writing, Content source) {
        return filler.writeOn(writing, source);
    }

    @Override
    public int occurrences(Content source) {
        int present = 0;
        for (Alternative alternative : alternatives) {
            present += alternative.hasData(source) ? 1 : 0;
        }
        return (present + slots.size() - 1) / slots.size();
    }

    /** What is wrong with a value by the format that its qualifier says. */
    ElementType.Fault fault(Alternative alternative, CharSequence value) {
        return formatted ? DateFormat.judge(alternative.qualifier(), value) : null;
    }

    /** The alternative whose qualifier stands alone when there is no value. */
    Alternative usual() {
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
