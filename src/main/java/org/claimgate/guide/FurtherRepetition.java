package org.claimgate.guide;

import java.util.List;
import org.claimgate.x12.Slice;

/** Judges the values of an element's second repetition and of those behind it, which have no field of their own. */
final class FurtherRepetition {

    private final Reading reading;
    private final int repetition;
    private final Content target;

    private FurtherRepetition(Reading reading, int repetition, Content target) {
        this.reading = reading;
        this.repetition = repetition;
        this.target = target;
    }

    /** @param mapping of the element; what its first repetition must be like, the others must be as well */
    static void judge(Reading reading, Mapping mapping, int repetition, Content target) {
        FurtherRepetition further = new FurtherRepetition(reading, repetition, target);
        List<Mapping> parts = mapping instanceof Composite composite ? composite.components() : List.of(mapping);
        parts.forEach(further::judge);
    }

    private void judge(Mapping part) {
        if (part instanceof Field field) {
            judge(field.cell(), field.allowed(), field.path());
        } else if (part instanceof Unnamed unnamed && unnamed.isUsed()) {
            judge(unnamed.cell(), unnamed.allowed(), null);
        } else if (part instanceof Constant constant) {
            constant.judge(reading, reading.value(constant.cell(), repetition), target);
        }
    }

    private void judge(Cell cell, Allowed allowed, FieldPath field) {
        Slice value = reading.value(cell, repetition);
        if (!value.isEmpty()) {
            reading.judge(cell, allowed, value, target, field);
        } else if (allowed.required()) {
            reading.missing(cell, target, field);
        }
    }
}
