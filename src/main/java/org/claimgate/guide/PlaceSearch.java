package org.claimgate.guide;

import org.claimgate.guide.Guide.Located;

/** Follows the writing of a set's documents to where a field of one of them stands, perhaps in a segment that it shares with others before it. */
final class PlaceSearch implements Writing.Trace {

    private final int wanted;
    private final String pointerEnd;
    private int document;
    private int foundIn = -1;
    private Located found;

    PlaceSearch(int wanted, String pointerEnd) {
        this.wanted = wanted;
        this.pointerEnd = pointerEnd;
    }

    void begin(int newDocument) {
        document = newDocument;
    }

    /** Null when the field stands nowhere. */
    Located found() {
        return found;
    }

    @Override
    public void visited(Loop loop, String segment, int position, int element, int component, String pointer) {
        boolean mayShare = document == wanted || !SourceSearch.owner(loop).isRecord();
        if (mayShare && foundIn < document && pointer.endsWith(pointerEnd)) {
            found = new Located(pointer, new Place("", "", "", position, segment, loop.id(), element, component));
            foundIn = document;
        }
    }
}
