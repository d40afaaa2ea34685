package org.claimgate.guide;

/** The part of a guide in whose presence another is not written. Named in the mapping file, found once all loops are known. */
final class Unless {

    private final String name;
    private final Node line;
    private Part part;
    /** The loop that says 'unless'. */
    private Loop place;

    Unless(Node line) {
        this.name = line.text();
        this.line = line;
    }

    /** Looks the name up in the loop, below it, then around it. */
    void resolve(Loop loop) {
        place = loop;
        for (Loop around = loop; around != null && part == null; around = around.parent()) {
            part = find(around, name);
        }
        if (part == null) {
            throw line.mistake("'unless' names '" + name + "', which is neither in this loop nor around it");
        }
    }

    private static Part find(Loop loop, String name) {
        for (Part child : loop.children()) {
            if (child.key().equals(name)) {
                return child;
            }
        }
        for (Part child : loop.children()) {
            Part below = child instanceof Loop inner ? find(inner, name) : null;
            if (below != null) {
                return below;
            }
        }
        return null;
    }

    Part part() {
        return part;
    }

    /** Whether the part is a loop on the way to the record. */
    boolean leadsElsewhere() {
        return part instanceof Loop loop && loop.isOnPath();
    }

    /** Whether the document has data for the part; the source is that of the loop which says 'unless'. */
    boolean holds(Content source) {
        if (leadsElsewhere()) {
            return ((Loop) part).surroundings().callFor(source.document());
        }
        return part instanceof Use use
                ? use.hasWholeData(source) && !place.isReplaced(use, source)
                : part.hasData(source);
    }
}
