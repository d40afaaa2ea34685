package org.claimgate.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Finds the fields that stand at an element of a loop, in the order of the guide. */
final class FieldSearch {

    /**
     * A field.
     *
     * @param pattern its JSON pointer, {@code *} in place of the number of an item
     */
    record Found(Loop loop, Use use, String pattern) {}

    private final String loop;
    private final String segment;
    private final int element;
    private final List<Found> found = new ArrayList<>();

    private FieldSearch(String loop, String segment, int element) {
        this.loop = loop;
        this.segment = segment;
        this.element = element;
    }

    /**
     * The first field at the element of each use of the segment in the loop.
     *
     * @param element 0 for the first field of the segment
     */
    static List<Found> in(Loop root, String loop, String segment, int element) {
        FieldSearch search = new FieldSearch(loop, segment, element);
        search.search(root, "");
        return search.found;
    }

    /** @param around pattern of the object that the loop's fields stand in */
    private void search(Loop searched, String around) {
        String place = FieldPlaces.inside(around, searched.at());
        for (Part part : searched.children()) {
            if (part instanceof Loop below) {
                search(below, place);
            } else if (searched.id().equals(loop) && ((Use) part).segment().id().equals(segment)) {
                search(searched, (Use) part, place);
            }
        }
    }

    private void search(Loop searched, Use use, String place) {
        First first = new First(element, FieldPlaces.inside(place, use.at()));
        use.mappings().forEach(mapping -> mapping.visit(first));
        if (first.pattern != null) {
            found.add(new Found(searched, use, first.pattern));
        }
    }

    /** Remembers the first field at the element. */
    private static final class First implements Mapping.FieldVisitor {

        private final int element;
        private String place;
        private String pattern;

        private First(int element, String place) {
            this.element = element;
            this.place = place;
        }

        @Override
        public void field(FieldPath path, Cell cell, Allowed allowed) {
            if (pattern == null && (element == 0 || cell.element() == element)) {
                pattern = FieldPlaces.inside(place, path);
            }
        }

        @Override
        public void inside(FieldPath path, Consumer<Mapping.FieldVisitor> fields) {
            String before = place;
            place = FieldPlaces.inside(place, path);
            fields.accept(this);
            place = before;
        }
    }
}
