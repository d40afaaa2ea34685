package org.claimgate.guide;

import java.util.List;

/** A mapping that is not written when another part of the guide has data. */
record Conditional(Mapping mapping, Unless unless) implements Mapping {

    @Override
    public void read(Reading reading, Content target) {
        for (Cell cell : cells()) {
            if (!reading.isEmpty(cell)) {
                mapping.read(reading, target);
                return;
            }
        }
    }

    @Override
    public boolean demands() {
        return false;
    }

    @Override
    public void bind(Shape here, Shape document) {
        mapping.bind(here, document);
    }

    @Override
    public boolean hasData(Content source) {
        return mapping.hasData(source) && !unless.holds(source);
    }

    @Override
    public boolean write(Writing writing, Content source) {
        return !unless.holds(source) && mapping.write(writing, source);
    }

    @Override
    public List<Cell> cells() {
        return mapping.cells();
    }

    @Override
    public List<Cell> nameless() {
        return mapping.nameless();
    }

    @Override
    public void visit(FieldVisitor visitor) {
        mapping.visit(visitor);
    }
}
