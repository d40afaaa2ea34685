package org.claimgate.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The components of an element. What is required of them is so only when the composite is there.
 *
 * @param whole the element as a whole
 * @param required whether the composite must be there when its segment is
 */
record Composite(Cell whole, List<Mapping> components, boolean required) implements Mapping {

    @Override
    public void read(Reading reading, Content target) {
        if (reading.isEmpty(whole)) {
            if (required) {
                reading.missing(whole, target, firstField());
            }
            return;
        }
        for (Mapping part : components) {
            part.read(reading, target);
        }
    }

    @Override
    public void bind(Shape here, Shape document) {
        components.forEach(part -> part.bind(here, document));
    }

    private FieldPath firstField() {
        List<FieldPath> fields = new ArrayList<>();
        visit(new FieldVisitor() {
            @Override
            public void field(FieldPath path, Cell cell, Allowed allowed) {
                fields.add(path);
            }

            @Override
            public void inside(FieldPath path, Consumer<FieldVisitor> inner) {
                fields.add(path);
            }
        });
        return fields.isEmpty() ? null : fields.get(0);
    }

    @Override
    public boolean hasData(JsonSource source) {
        return components.stream().anyMatch(part -> part.hasData(source));
    }

    @Override
    public boolean write(Writing writing, JsonSource source) {
        boolean present =
                required || hasData(source) || cells().stream().anyMatch(cell -> writing.kept(source, cell) != null);
        boolean data = false;
        for (Mapping part : components) {
            if (present) {
                data |= part.write(writing, source);
            } else if (writing.isTraced()) {
                noteAbsent(part, writing, source);
            }
        }
        return data;
    }

    /** Tells the trace where the fields would stand. */
    private static void noteAbsent(Mapping part, Writing writing, JsonSource source) {
        part.visit(new FieldVisitor() {
            @Override
            public void field(FieldPath path, Cell cell, Allowed allowed) {
                writing.visit(cell, () -> source.pointer(path));
            }

            @Override
            public void inside(FieldPath path, Consumer<FieldVisitor> inner) {
                writing.visit(part.cells().get(0), () -> source.pointer(path));
            }
        });
    }

    @Override
    public int occurrences(JsonSource source) {
        return components.stream()
                .mapToInt(part -> part.occurrences(source))
                .max()
                .orElse(0);
    }

    @Override
    public boolean spansOccurrences() {
        return components.stream().anyMatch(Mapping::spansOccurrences);
    }

    @Override
    public List<Cell> cells() {
        return components.stream().flatMap(part -> part.cells().stream()).toList();
    }

    @Override
    public void visit(FieldVisitor visitor) {
        FieldVisitor inner = required ? visitor : new Optional(visitor);
        components.forEach(part -> part.visit(inner));
    }

    /** Hands fields on as ones that may be absent. */
    private record Optional(FieldVisitor visitor) implements FieldVisitor {

        @Override
        public void field(FieldPath path, Cell cell, Allowed allowed) {
            visitor.field(path, cell, allowed.required(false));
        }

        @Override
        public void inside(FieldPath path, Consumer<FieldVisitor> fields) {
            visitor.inside(path, fields);
        }
    }
}
