package org.claimgate.guide;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;

/** Makes up occurrences of a segment use, as full or as empty as the guide allows. */
final class MadeUse {

    private static final int ATTEMPTS = 2000;

    private final Random random;
    private final MadeValue values;
    private final Function<Counter, String> counts;
    private final Predicate<Unless> unless;
    private double density;
    private MadeSegment segment;

    /**
     * @param counts what a counter says at this place
     * @param unless whether a condition holds at this place
     */
    MadeUse(Random random, Function<Counter, String> counts, Predicate<Unless> unless) {
        this.random = random;
        this.values = new MadeValue(random);
        this.counts = counts;
        this.unless = unless;
    }

    MadeSegment of(Use use) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            density = random.nextDouble();
            segment = new MadeSegment(use.segment().id());
            use.mappings().forEach(this::fill);
            qualify(use);
            if (!segment.isEmpty() && segment.keeps(use.notes())) {
                return segment;
            }
        }
        throw new AssertionError("no segment found for " + use.key());
    }

    /** The field of an element that tells the use from its siblings may have more codes than the use. */
    private void qualify(Use use) {
        List<String> key = List.of(use.key().split("[*|]"));
        List<String> qualifiers = key.subList(1, key.size());
        Dictionary.SegmentDefinition definition = use.segment();
        Cell place = new Cell(definition.qualifierElement(), definition.qualifierComponent(), null, "");
        if (!qualifiers.isEmpty() && !qualifiers.contains(segment.get(place))) {
            segment.put(place, values.pick(qualifiers));
        }
    }

    private boolean maybe() {
        return random.nextDouble() < density;
    }

    private void fill(Mapping mapping) {
        if (mapping instanceof Constant constant) {
            segment.put(constant.cell(), constant.value());
        } else if (mapping instanceof Counter counter) {
            segment.put(counter.cell(), counts.apply(counter));
        } else if (mapping instanceof Field field) {
            fill(field);
        } else if (mapping instanceof Unnamed unnamed) {
            if (unnamed.isUsed() && (unnamed.allowed().required() || maybe())) {
                fillRepeats(unnamed.cell(), unnamed.allowed());
            }
        } else if (mapping instanceof Conditional conditional) {
            if (!unless.test(conditional.unless())) {
                fill(conditional.mapping());
            }
        } else if (mapping instanceof Composite composite) {
            if (composite.required() || maybe()) {
                composite.components().forEach(this::fill);
            }
        } else if (mapping instanceof Pairs pairs) {
            fill(pairs);
        } else {
            fill((Spread) mapping);
        }
    }

    private void fill(Field field) {
        if (field.whenAbsent() != null && !maybe()) {
            segment.put(field.cell(), field.whenAbsent());
        } else if (field.allowed().required() || field.whenAbsent() != null || maybe()) {
            fillRepeats(field.cell(), field.allowed());
        }
    }

    private void fillRepeats(Cell cell, Allowed allowed) {
        int repeats = cell.component() > 0
                ? 1
                : 1 + random.nextInt(Math.min(3, cell.type().repeats()));
        for (int repetition = 0; repetition < repeats; repetition++) {
            segment.put(cell, repetition, values.of(allowed));
        }
    }

    private void fill(Pairs pairs) {
        List<Alternative> alternatives = new ArrayList<>(pairs.alternatives());
        if (random.nextInt(3) == 0) {
            Collections.shuffle(alternatives, random);
        }
        int filled = 0;
        for (Alternative alternative : alternatives) {
            boolean allowed = filled < pairs.slots().size() && (filled > 0 || !alternative.follows());
            boolean needed = filled == 0 && pairs.required() && isLast(alternatives, alternative);
            if (allowed && (needed || maybe())) {
                Pairs.Slot slot = pairs.slots().get(filled++);
                segment.put(slot.qualifier(), alternative.qualifier());
                segment.put(slot.value(), value(slot, alternative));
            }
        }
        if (filled == 0 && pairs.need() != Pairs.Need.NEITHER) {
            Alternative first = pairs.alternatives().get(0);
            Pairs.Slot slot = pairs.slots().get(0);
            segment.put(slot.qualifier(), first.qualifier());
            if (pairs.required()) {
                segment.put(slot.value(), value(slot, first));
            }
        }
    }

    private static boolean isLast(List<Alternative> alternatives, Alternative alternative) {
        return alternatives.get(alternatives.size() - 1).equals(alternative);
    }

    private String value(Pairs.Slot slot, Alternative alternative) {
        boolean formatted = slot.qualifier().type().dataElement().equals("1250");
        String value = formatted ? values.ofFormat(alternative.qualifier()) : null;
        return value == null ? values.of(alternative.allowed()) : value;
    }

    private void fill(Spread spread) {
        int size = spread.slots().size();
        int last = maybe() ? 1 + random.nextInt(size) : spread.required() ? 1 : 0;
        boolean gaps = random.nextInt(4) == 0;
        for (int slot = 0; slot < last; slot++) {
            boolean gap = gaps && random.nextInt(3) == 0 && (slot > 0 || !spread.required());
            if (!gap) {
                fillSlot(spread.slots().get(slot), spread.plain());
            }
        }
    }

    private void fillSlot(List<Mapping> slot, boolean plain) {
        for (Mapping mapping : slot) {
            if (plain && mapping instanceof Field field) {
                segment.put(field.cell(), values.of(field.allowed()));
            } else {
                fill(mapping);
            }
        }
    }
}
