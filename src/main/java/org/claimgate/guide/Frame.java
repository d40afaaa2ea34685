package org.claimgate.guide;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import org.claimgate.x12.Segment;

/** One loop while it is open for reading. A loop is open at most once at a time, so its frame is used again. */
final class Frame implements JsonTarget {

    final Loop loop;
    final Frame parent;
    private final int[] counts;
    private final Frame[] children;
    private final int[] sequence;
    private int entered;
    private boolean disordered;
    private int position;
    private ObjectNode node;
    private ObjectNode scope;
    private ObjectNode documentBefore;
    private ObjectNode lastDocument;
    private String pointer;
    /** HL01 of the loop; null before it is read or where it has none. */
    String level;
    /** Whether HL04 promised levels below; null where it said nothing. */
    Boolean childPromised;

    boolean childSeen;
    int ordinal;
    /** Whether there is something in this loop that no document has carried yet. */
    boolean uncarried;

    Frame(Loop loop, Frame parent) {
        this.loop = loop;
        this.parent = parent;
        this.counts = new int[loop.children().size()];
        this.children = new Frame[counts.length];
        this.sequence = new int[counts.length];
    }

    void open(int newOrdinal) {
        documentBefore = lastDocument;
        lastDocument = null;
        for (Frame child : children) {
            if (child != null) {
                child.lastDocument = null;
            }
        }
        Arrays.fill(counts, 0);
        position = 0;
        entered = 0;
        disordered = false;
        node = null;
        pointer = null;
        level = null;
        childPromised = null;
        childSeen = false;
        uncarried = false;
        ordinal = newOrdinal;
        scope = loop.isOnPath() ? JsonNodeFactory.instance.objectNode() : parent.scope;
        if (loop.at() != null && loop.at().array()) {
            node();
        }
    }

    Frame child(int index) {
        if (children[index] == null) {
            children[index] = new Frame((Loop) loop.children().get(index), this);
        }
        return children[index];
    }

    /** Index of the child that the segment is or begins, from the place reached on; -1 for none. */
    int findForward(Segment segment, boolean evenIfFull) {
        int size = counts.length;
        for (int i = size == 0 ? 0 : loop.searchStart(position); i < size; i++) {
            if (loop.begins(i, segment) && (evenIfFull || !isFull(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Index of the child that the segment would have been earlier; -1 for none. */
    int findBackward(Segment segment) {
        for (int i = 0; i < position; i++) {
            if (loop.begins(i, segment)) {
                return i;
            }
        }
        return -1;
    }

    boolean isFull(int child) {
        return counts[child] >= loop.children().get(child).maximum();
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
     * Notes that the loop says the same as its occurrence before, which the two would become one for when written again.
     *
     * @param document the first that carries the loop
     * @return whether something was noted
     */
    boolean noteRepeat(ObjectNode document) {
        boolean first = lastDocument == null && parent != null && loop.isOnPath() && !loop.isRecord();
        boolean again = first && documentBefore != null && loop.surroundings().equal(documentBefore, document);
        if (again) {
            Reading.keepRepeat(this, loop);
        }
        return again;
    }

    /** A document has carried what the loop holds. */
    void carriedBy(ObjectNode document) {
        uncarried = false;
        lastDocument = document;
    }

    /** The part of the document that this loop and the ones inside it fill, up to the next loop on the way to the record. */
    ObjectNode scope() {
        return scope;
    }

    @Override
    public ObjectNode node() {
        if (node == null) {
            ObjectNode around = parent == null ? scope : loop.isOnPath() ? sameObjectIn(scope) : parent.node();
            node = loop.at() == null ? around : loop.at().open(loop.at().fromDocument() ? scope : around);
        }
        return node;
    }

    /** The object that the parent's fields stand in, made again in this loop's own scope. */
    private ObjectNode sameObjectIn(ObjectNode newScope) {
        String place = parent.pointer();
        return place.isEmpty() ? newScope : newScope.withObject(place);
    }

    @Override
    public ObjectNode document() {
        return scope;
    }

    @Override
    public String pointer() {
        if (pointer == null) {
            pointer = makePointer();
        }
        return pointer;
    }

    private String makePointer() {
        String around = parent == null ? "" : parent.pointer();
        FieldPath at = loop.at();
        if (at == null) {
            return around;
        }
        String place = at.fromDocument() ? at.pointer() : around + at.pointer();
        if (!at.array()) {
            return place;
        }
        node();
        return place + "/" + (scope.at(place).size() - 1);
    }
}
