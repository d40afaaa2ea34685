package org.claimgate.guide;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the guides together tell of X12's own code lists: a code that any of them uses for a data element is one of its
 * codes. A place that does not take it is narrower than the standard; of any other code that is not known.
 */
final class KnownCodes {

    private final Map<String, Set<String>> codes = new HashMap<>();

    /** Whether X12 has the code for a data element; false as well where no guide tells. */
    boolean include(ElementType type, String code) {
        return type.kind() == ElementType.Kind.ID
                && codes.getOrDefault(type.dataElement(), Set.of()).contains(code);
    }

    /** Takes in what a guide, or a loop of one, tells; not once anything is read by it. */
    void addAll(Loop loop) {
        for (Part part : loop.children()) {
            if (part instanceof Loop inner) {
                addAll(inner);
            } else {
                addAll((Use) part);
            }
        }
    }

    private void addAll(Use use) {
        add(use.qualifierType(), use.qualifiers());
        use.mappings().forEach(this::add);
    }

    private void add(Mapping mapping) {
        if (mapping instanceof Field field) {
            add(field.cell().type(), field.allowed().codes().codes());
        } else if (mapping instanceof Unnamed unnamed && unnamed.isUsed()) {
            add(unnamed.cell().type(), unnamed.allowed().codes().codes());
        } else if (mapping instanceof Constant constant) {
            add(constant.cell().type(), List.of(constant.value()));
        } else if (mapping instanceof Pairs pairs) {
            add(pairs);
        } else if (mapping instanceof Composite composite) {
            composite.components().forEach(this::add);
        } else if (mapping instanceof Conditional conditional) {
            add(conditional.mapping());
        } else if (mapping instanceof Spread spread) {
            spread.slots().forEach(slot -> slot.forEach(this::add));
        }
    }

    private void add(Pairs pairs) {
        Pairs.Slot slot = pairs.slots().get(0);
        pairs.alternatives().forEach(alternative -> {
            add(slot.qualifier().type(), List.of(alternative.qualifier()));
            add(slot.value().type(), alternative.allowed().codes().codes());
        });
    }

    private void add(ElementType type, Collection<String> some) {
        if (type.kind() == ElementType.Kind.ID) {
            codes.computeIfAbsent(type.dataElement(), none -> new HashSet<>()).addAll(some);
        }
    }
}
