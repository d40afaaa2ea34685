package org.claimgate.guide;

/**
 * A place in a segment that can hold one value.
 *
 * @param element position of the element, from 1
 * @param component position of the component, from 1; 0 when the element is simple
 * @param name under which a value without a field is kept: {@code 3}, {@code 1-8}
 */
record Cell(int element, int component, ElementType type, String name) {

    /** The component as the codec counts it: a simple element is its own first component. */
    int part() {
        return Math.max(1, component);
    }
}
