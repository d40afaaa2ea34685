package org.claimgate.guide;

import java.util.Arrays;
import org.claimgate.x12.Segment;

/** One loop while it is open for reading. A loop is open at most once at a time, so its frame is used again. */
final class Frame {

    final Loop loop;
    final Frame parent;
    private final int[] counts;
    private final Frame[] children;
    private final int[] sequence;
    private int entered;
    private boolean disordered;
    private int position;
    /** The fields of the loop, in {@link #scope}. */
    private Content content;
    /** Of a loop on the way to the record, its own; of others, that of the loop around. */
    private Scope scope;

    private Scope scopeBefore;
    private boolean carried;
    private boolean carriedBefore;
    private long conditions;
    private long conditionsBefore;
    /** HL01 of the loop; null before it is read or where it has none. */
    String level;
    /** Where its HL stands in the set. */
    int levelPosition;
    /** Whether HL04 promised levels below; null where it said nothing. */
    Boolean childPromised;

    boolean childSeen;
    int ordinal;
    /** Whether there is something in this loop that no document has carried yet. */
    boolean uncarried;

    Frame(Loop loop, Frame parent, Shape document) {
        this.loop = loop;
        this.parent = parent;
        this.counts = new int[loop.children().size()];
        this.children = new Frame[counts.length];
        this.sequence = new int[counts.length];
        if (loop.isOnPath()) {
            scope = new Scope(document);
            scopeBefore = new Scope(document);
        }
    }

    void open(int newOrdinal) {
        carriedBefore = carried;
        conditionsBefore = conditions;
        carried = false;
        for (Frame child : children) {
            if (child != null) {
                child.carried = false;
            }
        }
        Arrays.fill(counts, 0);
        position = 0;
        entered = 0;
        disordered = false;
        level = null;
        childPromised = null;
        childSeen = false;
        uncarried = false;
        ordinal = newOrdinal;
        if (loop.isOnPath()) {
            Scope other = scopeBefore;
            scopeBefore = scope;
            scope = other;
            scope.clear();
            content = contentIn(scope);
        } else {
            scope = parent.scope;
            content = loop.at() == null ? parent.content : loop.at().open(parent.content);
        }
    }

    /** The object of the loop's fields, in the scope of a loop inside. */
    private Content contentIn(Scope inner) {
        Content around = parent == null ? inner.root() : parent.contentIn(inner);
        return loop.at() == null ? around : loop.at().open(around);
    }

    Frame child(int index) {
        if (children[index] == null) {
            children[index] = new Frame((Loop) loop.children().get(index), this, scope.root().shape);
        }
        return children[index];
    }

    /** Index of the child that the segment is or begins, from the place reached on; -1 for none. */
    int findForward(Segment segment, boolean evenIfFull) {
        int size = counts.length;
        int found = size == 0 ? -1 : loop.find(segment, loop.searchStart(position), size);
        while (found >= 0 && !evenIfFull && isFull(found)) {
            found = loop.find(segment, found + 1, size);
        }
        return found;
    }

    /** Index of the child that the segment would have been earlier; -1 for none. */
    int findBackward(Segment segment) {
        return loop.find(segment, 0, position);
    }

    boolean isFull(int child) {
        return counts[child] >= loop.maximum(child);
    }

    /** Counts an occurrence of a child and moves on to it; the occurrence's number, from 1. */
    int enter(int child) {
        disordered |= child < position;
        position = Math.max(position, child);
        if (counts[child] == 0) {
            sequence[entered++] = child;
        }
        return ++counts[child];
    }

    /** The keys of the children in the order of the file, if that is not the order of the guide; otherwise null. */
    String order() {
        if (!disordered) {
            return null;
        }
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < entered; i++) {
            keys.append(i == 0 ? "" : " ")
                    .append(loop.children().get(sequence[i]).key());
        }
        return keys.toString();
    }

    boolean lacks(int child) {
        return counts[child] == 0;
    }

    /**
     * Notes, when the first document is about to carry the loop, that it says the same as its occurrence before: the two
     * would become one when written again.
     */
    void noteRepeat(Document document) {
        if (carried || parent == null || !loop.isOnPath() || loop.isRecord()) {
            return;
        }
        Surroundings surroundings = loop.surroundings();
        conditions = surroundings.conditionsOf(document);
        if (carriedBefore && conditions == conditionsBefore && surroundings.equal(scopeBefore, scope)) {
            Reading.keepRepeat(content, loop);
        }
    }

    /** A document has carried what the loop holds. */
    void carriedBy(Document document) {
        uncarried = false;
        carried = true;
        if (loop.isOnPath() && !loop.isRecord()) {
            conditions = loop.surroundings().conditionsOf(document);
        }
    }

    /** The part of the document that this loop and the ones inside it fill, up to the next loop on the way to the record. */
    Scope scope() {
        return scope;
    }

    /** The object that the loop's fields go into. */
    Content content() {
        return content;
    }
}
