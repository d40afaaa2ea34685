package org.claimgate.guide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Fills the pairs of a segment being written from the fields that a document has. */
final class PairFiller {

    private final Pairs pairs;
    private final List<Pairs.Slot> slots;
    private final Alternative[] alternatives;
    private final FieldPath items;

    PairFiller(Pairs pairs, Alternative[] alternatives) {
        this.pairs = pairs;
        this.slots = pairs.slots();
        this.alternatives = alternatives;
        this.items = pairs.items();
    }

    /** As {@link Mapping#write} says. */
    boolean write(Writing writing, Content source) {
        List<Pairs.Slot> free = source.keepsAnything() ? writeKept(writing, source) : slots;
        boolean kept = free.size() < slots.size();
        int used = items == null ? writeSideBySide(writing, source, free) : writeItems(writing, source, free);
        if (used == 0 && !kept && pairs.firstField() != null) {
            writing.from(source, pairs.firstField());
            writing.visit(slots.get(0).value());
            if (pairs.required() && !pairs.hasData(source)) {
                writing.missing(slots.get(0).value());
            }
            if (pairs.need() == Pairs.Need.QUALIFIER) {
                writing.put(slots.get(0).qualifier(), pairs.usual().qualifier());
            }
        }
        return used > 0 || kept;
    }

    private int writeSideBySide(Writing writing, Content source, List<Pairs.Slot> free) {
        if (slots.size() == 1) {
            return free.isEmpty() ? complainOfKept(writing, source) : writeOnly(writing, source);
        }
        int used = 0;
        int before = writtenBefore(writing, source);
        for (Alternative alternative : inOrder(writing.keptOrder(source))) {
            if (!alternative.hasData(source) || before-- > 0) {
                continue;
            }
            if (used == free.size()) {
                complainOfTooMany(writing, source, alternative);
                return used;
            }
            writePair(writing, source, free.get(used++), alternative);
        }
        return used;
    }

    /** How many pairs the occurrences before this one had place for. */
    private int writtenBefore(Writing writing, Content source) {
        int before = 0;
        for (int occurrence = 0; occurrence < writing.occurrence(); occurrence++) {
            before += free(writing, source, occurrence).size();
        }
        return before;
    }

    /** What finds no place goes on in the next occurrence, if there is one. */
    private void complainOfTooMany(Writing writing, Content source, Alternative first) {
        if (writing.occurrence() + 1 == writing.occurrences()) {
            Cell last = slots.get(slots.size() - 1).value();
            writing.from(source, first.field());
            writing.issue(last, "IK403:3", "at most " + slots.size() + " of these fields", null);
        }
    }

    /** As {@link Pairs#writeOn} says. */
    boolean writeOn(Writing writing, Content source) {
        return writeSideBySide(writing, source, free(writing, source, writing.occurrence())) > 0;
    }

    /** The slots of an occurrence (from 0) that the document keeps nothing for. */
    private List<Pairs.Slot> free(Writing writing, Content source, int occurrence) {
        return slots.stream()
                .filter(slot ->
                        writing.kept(source, occurrence, slot.qualifier().name()) == null
                                && writing.kept(source, occurrence, slot.value().name()) == null)
                .toList();
    }

    /** What is kept without a field stands in the only place. */
    private int complainOfKept(Writing writing, Content source) {
        Alternative best = best(writing, source);
        if (best != null) {
            writing.from(source, best.field());
            writing.issue(slots.get(0).value(), "IK403:10", "only one of it and of what x12 has for its place", null);
        }
        return 0;
    }

    private int writeOnly(Writing writing, Content source) {
        Pairs.Slot slot = slots.get(0);
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
                writing.issue(slots.get(0).value(), "IK403:10", expected, null);
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
                writing.missing(slots.get(0).value());
                return;
            }
        }
    }

    private int writeItems(Writing writing, Content source, List<Pairs.Slot> free) {
        int used = 0;
        for (int i = 0; i < items.size(source); i++) {
            Content item = items.item(source, i);
            Alternative alternative = used < free.size() ? best(writing, item) : null;
            if (alternative == null) {
                String expected = used < free.size() ? "one known field" : "at most " + slots.size() + " items";
                writing.from(item);
                writing.issue(slots.get(0).value(), "IK403:3", expected, null);
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
            if (pairs.fault(candidate, candidate.value(writing, source)) != null) {
                illFormed = illFormed == null || candidate.fields() > illFormed.fields() ? candidate : illFormed;
            } else if (best == null || candidate.fields() > best.fields()) {
                best = candidate;
            }
        }
        boolean takeIllFormed = illFormed != null && (best == null || illFormed.fields() > best.fields());
        return takeIllFormed ? illFormed : best;
    }

    private void writePair(Writing writing, Content source, Pairs.Slot slot, Alternative alternative) {
        writing.from(source, alternative.field());
        if (alternative.follows() && pairs.isFirst(slot)) {
            writing.issue(slot.qualifier(), "IK403:7", pairs.expected(slot), null);
        }
        if (writing.text(slot.value()).isEmpty()) {
            return;
        }
        CharSequence value = alternative.value(writing, source);
        ElementType.Fault fault = pairs.fault(alternative, value);
        if (fault != null) {
            writing.issue(slot.value(), "IK403:" + fault.code(), fault.expected(), value.toString());
        } else {
            writing.judge(slot.value(), alternative.allowed(), value);
        }
        writing.put(slot.qualifier(), alternative.qualifier());
        writing.put(slot.value(), value);
    }

    /** Writes the pairs that are kept without a field; the slots that are free, those first that the document keeps as filled. */
    private List<Pairs.Slot> writeKept(Writing writing, Content source) {
        List<Pairs.Slot> free = new ArrayList<>();
        writing.from(source);
        for (Pairs.Slot slot : slots) {
            String qualifier = writing.kept(source, slot.qualifier());
            String value = writing.kept(source, slot.value());
            boolean any = qualifier != null && writing.put(slot.qualifier(), qualifier);
            any |= value != null && writing.put(slot.value(), value);
            if (!any) {
                free.add(slot);
            }
        }
        String filled = writing.kept(source, writing.occurrence(), pairs.filledName());
        if (filled != null) {
            List<String> names = List.of(filled.split(" "));
            free.sort(Comparator.comparing(
                    slot -> !names.contains(slot.qualifier().name())));
        }
        return free;
    }
}
