package org.claimgate.guide;

import java.util.function.Consumer;

/** Finds the field that a required loop cannot be without. */
final class RequiredField implements Mapping.FieldVisitor {

    private FieldPath found;

    private RequiredField() {}

    /** The first required field of a required segment of the loop, or of a required loop inside it; null if there is none. */
    static FieldPath of(Loop loop) {
        RequiredField search = new RequiredField();
        for (Part part : loop.children()) {
            if (part.required() && part instanceof Use use && use.at() == null) {
                use.mappings().forEach(mapping -> mapping.visit(search));
            } else if (part.required() && part instanceof Loop below && below.at() == null && search.found == null) {
                search.found = of(below);
            }
        }
        return search.found;
    }

    @Override
    public void field(FieldPath path, Cell cell, Allowed allowed) {
        if (allowed.required() && found == null && !path.isEnvelope()) {
            found = path;
        }
    }

    @Override
    public void inside(FieldPath path, Consumer<Mapping.FieldVisitor> fields) {
        // The items of an array are no field of the loop itself.
    }
}
