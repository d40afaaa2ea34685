package org.claimgate.guide;

import java.util.ArrayList;
import java.util.List;

/**
 * What positions mean where a mapping file writes them: elements of a segment, elements of a group inside it, or
 * components of an element.
 *
 * @param element the composite whose components are meant; 0 for elements
 * @param offset added to a position to get the element; 0 for components
 * @param size how many positions there are
 * @param nameElement the element as it appears in names of unnamed values
 * @param nameOffset the offset as it appears in names of unnamed values
 * @param ordinal which of several alike this is, from 0
 */
record Places(
        Dictionary.SegmentDefinition segment,
        int element,
        int offset,
        int size,
        int nameElement,
        int nameOffset,
        int ordinal) {

    static Places ofSegment(Dictionary.SegmentDefinition segment) {
        return new Places(segment, 0, 0, segment.elements().size(), 0, 0, 0);
    }

    boolean isComponent() {
        return element > 0;
    }

    boolean isComposite(int position, Node node) {
        return element == 0 && definition(position, node).isComposite();
    }

    /** The components of an element. */
    Places inside(int position, Node node) {
        Dictionary.ElementDefinition definition = definition(position, node);
        if (element > 0 || !definition.isComposite()) {
            throw node.mistake(segment.id() + " " + position + " is not a composite");
        }
        return new Places(segment, offset + position, 0, definition.components().size(), nameOffset + position, 0, 0);
    }

    /** An element as a whole. */
    Cell whole(int position) {
        ElementType type = segment.elements().get(offset + position - 1).type();
        return new Cell(offset + position, 0, type, String.valueOf(nameOffset + position));
    }

    /** The components of an element that is one of several alike: values without a name are named as in the first. */
    Places slot(int position, int first, Node node) {
        Places inside = inside(position, node);
        return new Places(segment, inside.element, 0, inside.size, nameOffset + first, 0, 0);
    }

    /** The same, as one of several alike. */
    Places nth(int newOrdinal) {
        return new Places(segment, element, offset, size, nameElement, nameOffset, newOrdinal);
    }

    /** A group of elements that is one of several alike. */
    Places group(int start, int groupSize, int first) {
        return new Places(segment, 0, offset + start - 1, groupSize, 0, nameOffset + first - 1, 0);
    }

    Cell cell(int position, Node node) {
        Dictionary.ElementDefinition definition = definition(position, node);
        if (element == 0 && definition.isComposite()) {
            throw node.mistake(segment.id() + " " + (offset + position) + " is a composite: write its components");
        }
        return place(position);
    }

    private Cell place(int position) {
        if (element > 0) {
            ElementType type = segment.elements().get(element - 1).components().get(position - 1);
            int repeats = segment.elements().get(element - 1).type().repeats();
            ElementType repeated =
                    new ElementType(type.dataElement(), type.kind(), type.minimum(), type.maximum(), repeats);
            return new Cell(element, position, repeated, nameElement + "-" + position);
        }
        return whole(position);
    }

    List<Cell> allCells() {
        List<Cell> cells = new ArrayList<>();
        for (int position = 1; position <= size; position++) {
            boolean composite = element == 0
                    && segment.elements().get(offset + position - 1).isComposite();
            if (!composite) {
                cells.add(place(position));
                continue;
            }
            int parts =
                    segment.elements().get(offset + position - 1).components().size();
            Places inside = new Places(segment, offset + position, 0, parts, nameOffset + position, 0, 0);
            cells.addAll(inside.allCells());
        }
        return cells;
    }

    private Dictionary.ElementDefinition definition(int position, Node node) {
        if (position < 1 || position > size) {
            throw node.mistake(segment.id() + " has no position " + position + " here (1 to " + size + ")");
        }
        return segment.elements().get((element > 0 ? element : offset + position) - 1);
    }
}
