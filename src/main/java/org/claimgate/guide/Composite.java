package org.claimgate.guide;

import java.util.List;
import java.util.function.Consumer;

/** The components of an element. What is required of them is so only when the composite is there. */
final class Composite implements Mapping {

    private final Cell whole;
    private final Mappings components;
    private final boolean required;

    /**
     * @param whole the element as a whole
     * @param required whether the composite must be there when its segment is
     */
    Composite(Cell whole, List<Mapping> components, boolean required) {
        this.whole = whole;
        this.components = new Mappings(components, true);
        this.required = required;
    }

    Cell whole() {
        return whole;
    }

    List<Mapping> components() {
        return components.all();
    }

    boolean required() {
        return required;
    }

    @Override
    public void read(Reading reading, Content target) {
        if (reading.isEmpty(whole)) {
            if (required) {
                reading.missing(whole, target, firstField());
            }
            return;
        }
        components.read(reading, target, reading.presentComponents(whole));
    }

    @Override
    public boolean demands() {
        return required;
    }

    @Override
    public void bind(Shape here, Shape document) {
        components.all().forEach(part -> part.bind(here, document));
    }

    @Override
    public boolean hasData(Content source) {
        for (Mapping part : components.inOrder()) {
            if (part.hasData(source)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean write(Writing writing, Content source) {
        boolean present = required || hasData(source) || isKept(writing, source);
        boolean data = false;
        for (Mapping part : components.inOrder()) {
            if (present) {
                data |= part.write(writing, source);
            } else if (writing.isTraced()) {
                noteAbsent(part, writing, source);
            }
        }
        return data;
    }

    private boolean isKept(Writing writing, Content source) {
        return source.keepsAnything() && cells().stream().anyMatch(cell -> writing.kept(source, cell) != null);
    }

    /** Tells the trace where the fields would stand. */
    private static void noteAbsent(Mapping part, Writing writing, Content source) {
        part.visit(new FieldVisitor() {
            @Override
            public void field(FieldPath path, Cell cell, Allowed allowed) {
                writing.from(source, path);
                writing.visit(cell);
            }

            @Override
            public void inside(FieldPath path, Consumer<FieldVisitor> inner) {
                writing.from(source, path);
                writing.visit(part.cells().get(0));
            }
        });
    }

    @Override
    public int occurrences(Content source) {
        int occurrences = 0;
        for (Mapping part : components.inOrder()) {
            occurrences = Math.max(occurrences, part.occurrences(source));
        }
        return occurrences;
    }

    @Override
    public boolean spansOccurrences() {
        return components.all().stream().anyMatch(Mapping::spansOccurrences);
    }

    @Override
    public List<Cell> cells() {
        return components.all().stream().flatMap(part -> part.cells().stream()).toList();
    }

    @Override
    public List<Cell> nameless() {
        return components.all().stream()
                .flatMap(part -> part.nameless().stream())
                .toList();
    }

    @Override
    public void visit(FieldVisitor visitor) {
        FieldVisitor inner = required ? visitor : new Optional(visitor);
        components.all().forEach(part -> part.visit(inner));
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
