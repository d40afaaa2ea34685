package org.claimgate.guide;

/**
 * A place in an interchange. Strings are empty and numbers 0 where the level does not apply.
 *
 * @param interchange ISA13
 * @param group GS06
 * @param set ST02
 * @param position of the segment in its set, ST being 1
 * @param segment segment id
 * @param loop loop id, such as 2010AA
 * @param element position of the element, from 1
 * @param component position of the component, from 1; 0 for a simple element
 * @param repetition which repetition of the element, from 1; 0 for an element that does not repeat
 */
public record Place(
        String interchange,
        String group,
        String set,
        int position,
        String segment,
        String loop,
        int element,
        int component,
        int repetition) {

    public static final Place NOWHERE = new Place("", "", "", 0, "", "", 0, 0);

    /** A place in an element that does not repeat. */
    public Place(
            String interchange,
            String group,
            String set,
            int position,
            String segment,
            String loop,
            int element,
            int component) {
        this(interchange, group, set, position, segment, loop, element, component, 0);
    }
}
