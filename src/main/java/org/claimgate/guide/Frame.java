package org.claimgate.guide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.claimgate.x12.Segment;

/** One loop while it is open for reading. A loop is open at most once at a time, so its frame is used again. */
final class Frame {

    final Loop loop;
    final Frame parent;
    private int[] counts;
    private int[] countsBefore;
    private final Frame[] children;
    private final Sequence sequence;
    private final BitSet excused = new BitSet();
    private boolean beginningKept;
    private int changesBefore;
    private int position;
    /** The fields of the loop, in {@link #scope}. */
    private Content content;
    /** Of a loop on the way to the record, its own; of others, that of the loop around. */
    private Scope scope;

    private Scope scopeBefore;
    /** What is only of records that do not stand in {@link #instead}: it is no part of the scope. */
    private Scope aside;

    private Scope asideBefore;
    /** The loop in whose presence what is set aside is not used; null while nothing is. */
    private Loop instead;

    private boolean carried;
    private boolean carriedBefore;
    private long conditions;
    private long conditionsBefore;
    /** HL01 of the loop; null before it is read or where it has none. */
    String level;
    /** What can be judged when the loop has ended. */
    final List<Situation> situations = new ArrayList<>();
    /** Where its first segment stands in the set. */
    int begun;
    /** What HL01 should be: levels in the set up to this one. */
    int levelCounted;
    /** Where its HL stands in the set. */
    int levelPosition;
    /** Whether HL04 promised levels below; null where it said nothing. */
    Boolean childPromised;

    boolean childSeen;

    /** Whether the loop begins again right behind its first segment: what it lacks is one mistake. */
    boolean breaksOff;

    int ordinal;
    /** Whether there is something in this loop that no document has carried yet. */
    boolean uncarried;

    Frame(Loop loop, Frame parent, Shape document) {
        this.loop = loop;
        this.parent = parent;
        this.counts = new int[loop.children().size()];
        this.countsBefore = new int[counts.length];
        this.children = new Frame[counts.length];
        this.sequence = new Sequence(loop);
        if (loop.isOnPath()) {
            scope = new Scope(document);
            scopeBefore = new Scope(document);
            aside = new Scope(document);
            asideBefore = new Scope(document);
        }
    }

    void open(int newOrdinal) {
        carriedBefore = carried;
        conditionsBefore = conditions;
        carried = false;
        if (loop.isOnPath()) {
            for (Frame child : children) {
                if (child != null) {
                    child.carried = false;
                }
            }
        }
        int[] other = countsBefore;
        countsBefore = counts;
        counts = other;
        Arrays.fill(counts, 0);
        position = 0;
        excused.clear();
        sequence.clear();
        beginningKept = false;
        level = null;
        situations.clear();
        childPromised = null;
        childSeen = false;
        breaksOff = false;
        uncarried = false;
        ordinal = newOrdinal;
        if (loop.isOnPath()) {
            Scope free = scopeBefore;
            scopeBefore = scope;
            scope = free;
            scope.clear();
            Scope freeAside = asideBefore;
            asideBefore = aside;
            aside = freeAside;
            aside.clear();
            instead = null;
            content = loop.in(scope.root());
        } else {
            scope = parent.scope;
            content = loop.at() == null ? parent.content : loop.at().open(parent.content);
        }
        changesBefore = scope.changes();
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
        sequence.add(child);
        position = Math.max(position, child);
        return ++counts[child];
    }

    /** Keeps the order of what comes before the records, when the first document is about to carry the loop. */
    void keepBeginning() {
        if (!beginningKept && leadsOn()) {
            beginningKept = true;
            keepOrder(Reading.ORDER, 0, loop.firstPathChild());
        }
    }

    /** Keeps, when the loop ends, what its fields do not tell: the order of its parts, and that it stands at all. */
    void keepEnd() {
        if (leadsOn()) {
            keepBeginning();
            keepOrder(Reading.TRAILING, loop.firstPathChild(), counts.length);
            return;
        }
        keepOrder(Reading.ORDER, 0, counts.length);
        for (int child : loop.replaceable()) {
            Use use = (Use) loop.children().get(child);
            if (lacks(child) && use.hasWholeData(content)) {
                Reading.keepMark(content, loop, "." + use.key() + Reading.ABSENT);
            }
        }
        boolean item = loop.at() != null && loop.at().array();
        if (!loop.isOnPath() && !loop.required() && !item && scope.changes() == changesBefore) {
            Reading.keepMark(content, loop, Reading.PRESENT);
        }
    }

    private boolean leadsOn() {
        return loop.isOnPath() && !loop.isRecord();
    }

    private void keepOrder(String name, int from, int to) {
        String order = sequence.order(from, to);
        if (order != null) {
            content.keep(loop.key() + name, order);
        }
    }

    /** The frame of a loop inside that has occurred; null for one that has not. */
    Frame opened(Loop inside) {
        int child = loop.children().indexOf(inside);
        return counts[child] == 0 ? null : children[child];
    }

    /** Whether nothing was read of it behind its first segment. */
    boolean holdsOnlyItsBeginning() {
        return position == 0 && counts[0] == 1;
    }

    boolean lacks(int child) {
        return counts[child] == 0;
    }

    /** Whether a child is missing that must be there, or must be there unless another loop is. */
    boolean isUnfinished() {
        return lacksAny(loop.requiredChildren()) || lacksAny(loop.situationalChildren());
    }

    private boolean lacksAny(int[] wanted) {
        for (int child : wanted) {
            if (lacks(child)) {
                return true;
            }
        }
        return false;
    }

    /** The children that must be there, are not, and were not told of. */
    List<Part> missing() {
        return Arrays.stream(loop.requiredChildren())
                .filter(child -> lacks(child) && !isExcused(child))
                .<Part>mapToObj(loop.children()::get)
                .toList();
    }

    /** A child stood where it has no place, and was told of: it is not missing too. */
    void excuse(int child) {
        excused.set(child);
    }

    /** The loop began once too often, and was told of: what it lacks is not missing too. */
    void excuseAll() {
        excused.set(0, counts.length);
    }

    boolean isExcused(int child) {
        return excused.get(child);
    }

    /**
     * Notes what would be lost of the loop when a document that it carries is written again: an occurrence that says the same as the one
     * before would become one with it, one in which an 'unless' comes out differently would become two.
     *
     * @param inner the frame inside that leads on to the record; null for the innermost
     */
    void note(Document document, Frame inner) {
        if (!leadsOn()) {
            return;
        }
        Surroundings surroundings = loop.surroundings();
        long holding = surroundings.conditionsOf(document);
        if (carried && holding != conditions && inner != null) {
            Reading.keepMark(inner.content, inner.loop, Reading.TOGETHER);
        }
        boolean again = !carried && carriedBefore && holding == conditionsBefore && !wasFull(inner);
        if (parent != null
                && again
                && surroundings.equal(scopeBefore, scope)
                && surroundings.equal(asideBefore, aside)) {
            Reading.keepMark(content, loop, Reading.AGAIN);
        }
        conditions = holding;
    }

    /** Whether the occurrence before had no place left for what is inside this one. */
    private boolean wasFull(Frame inner) {
        int child = inner == null ? -1 : loop.children().indexOf(inner.loop);
        return child >= 0 && countsBefore[child] >= loop.maximum(child);
    }

    /** A document has carried what the loop holds. */
    void carried() {
        uncarried = false;
        carried = true;
    }

    /** The part of the document that this loop and the ones inside it fill, up to the next loop on the way to the record. */
    Scope scope() {
        return scope;
    }

    /** The same of what is only there for records that do not stand in some other loop; null for nothing, or where they do. */
    Scope aside(Frame record) {
        for (Frame frame = record; frame != this; frame = frame.parent) {
            if (frame.loop == instead) {
                return null;
            }
        }
        return instead == null ? null : aside;
    }

    /** The object that the loop's fields go into. */
    Content content() {
        return content;
    }

    /** The object that the fields of a segment go into. */
    Content contentOf(Use use) {
        if (use.unless() == null || !use.unless().leadsElsewhere()) {
            return content;
        }
        Frame path = this;
        while (!path.loop.isOnPath()) {
            path = path.parent;
        }
        path.instead = (Loop) use.unless().part();
        return loop.in(path.aside.root());
    }
}
