package org.claimgate.guide;

import java.util.Optional;
import java.util.function.Consumer;

/** Looks for the field that stands at an element of a loop, in the order of the guide. */
final class FieldSearch {

    private final String loop;
    private final String segment;
    private final int element;

    FieldSearch(String loop, String segment, int element) {
        this.loop = loop;
        this.segment = segment;
        this.element = element;
    }

    /** @param around pointer of the object that the loop's fields stand in */
    Optional<String> in(Loop searched, String around) {
        String place = searched.at() == null ? around : searched.at().pointerInside(around);
        return searched.children().stream()
                .flatMap(part -> in(part, searched, place).stream())
                .findFirst();
    }

    private Optional<String> in(Part part, Loop parent, String place) {
        if (part instanceof Loop below) {
            return in(below, place);
        }
        Use use = (Use) part;
        if (!parent.id().equals(loop) || !use.segment().id().equals(segment)) {
            return Optional.empty();
        }
        Finding finding =
                new Finding(element, use.at() == null ? place : use.at().pointerInside(place));
        use.mappings().forEach(mapping -> mapping.visit(finding));
        return Optional.ofNullable(finding.pointer);
    }

    /** Remembers the first field at the element; what stands in an array has no pointer of its own. */
    private static final class Finding implements Mapping.FieldVisitor {

        private final int element;
        private final String place;
        private String pointer;

        private Finding(int element, String place) {
            this.element = element;
            this.place = place;
        }

        @Override
        public void field(FieldPath path, Cell cell, Allowed allowed) {
            if (pointer == null && cell.element() == element && !path.array()) {
                pointer = path.pointerInside(place);
            }
        }

        @Override
        public void inside(FieldPath path, Consumer<Mapping.FieldVisitor> fields) {}
    }
}
