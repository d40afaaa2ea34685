package org.claimgate.guide;

import java.util.ArrayList;
import java.util.List;
import org.claimgate.guide.Guide.Source;

/**
 * Follows the writing of a set's documents to the segment that an acknowledgment names, and on to the last document that the segment
 * stands around. Where the segment is said to be missing, its neighbours tell where it would stand.
 */
final class SourceSearch implements Writing.Trace {

    private final Guide.Fault fault;
    /** The field that is missing; null when none is, or when it cannot be told which. */
    private final FieldSearch.Found missing;

    private int document;
    private int reached;
    private int closeness;
    private String pointer;
    private Loop owner;
    private int first;
    private int last;
    private boolean over;

    SourceSearch(Guide.Fault fault, Loop root) {
        this.fault = fault;
        this.missing = fault.missing() ? missing(fault, root) : null;
        this.over = fault.missing() && missing == null;
    }

    /** The only use that it can be, or the only one of them that must be there. */
    private static FieldSearch.Found missing(Guide.Fault fault, Loop root) {
        List<FieldSearch.Found> candidates =
                new ArrayList<>(FieldSearch.in(root, fault.loop(), fault.segment(), fault.element()));
        if (candidates.stream().map(FieldSearch.Found::pattern).distinct().count() > 1) {
            candidates.removeIf(candidate -> !candidate.use().required());
        }
        boolean one =
                candidates.stream().map(FieldSearch.Found::pattern).distinct().count() == 1;
        return one ? candidates.get(0) : null;
    }

    void begin(int newDocument) {
        document = newDocument;
    }

    void end() {
        if (pointer != null && !over) {
            last = document;
        }
    }

    /** Whether nothing more can be found. */
    boolean isOver() {
        return over || (reached > fault.position() && pointer == null);
    }

    /** Null when no field stands there. */
    Source found() {
        return pointer == null ? null : new Source(first, last, missing == null ? pointer : placed());
    }

    @Override
    public void visited(Loop loop, String segment, int position, int element, int component, String field) {
        if (position > fault.position() && pointer != null) {
            over |= owner.isRecord() || (document > first && isAround(owner(loop)));
        }
        reached = Math.max(reached, position);
        if (!field.isEmpty() && position <= fault.position()) {
            if (missing != null) {
                beside(loop, position, field);
            } else if (position == fault.position() && segment.equals(fault.segment())) {
                at(loop, element, component, field);
            }
        }
    }

    /** The exact place wins over its element, that over its segment. */
    private void at(Loop loop, int element, int component, String field) {
        int close = element != fault.element() ? 1 : component != fault.component() ? 2 : 3;
        if (close > closeness) {
            closeness = close;
            take(loop, field);
        }
    }

    /** The last segment before it tells; what stands at its position does so where that is of its loop. */
    private void beside(Loop loop, int position, String field) {
        if (position < fault.position() || isInside(loop, missing.loop().id())) {
            take(missing.loop(), field);
        }
    }

    private void take(Loop loop, String field) {
        pointer = field;
        owner = owner(loop);
        first = document;
        last = document;
    }

    /** The numbers of the items come from the neighbour. */
    private String placed() {
        String[] names = missing.pattern().split("/");
        String[] beside = pointer.split("/");
        boolean together = true;
        for (int i = 0; i < names.length; i++) {
            boolean item = names[i].equals("*");
            together &= i < beside.length && (item || names[i].equals(beside[i]));
            names[i] = item ? (together ? beside[i] : "0") : names[i];
        }
        return String.join("/", names);
    }

    /** The loop on the way to the record whose repeats have a segment of this loop each. */
    static Loop owner(Loop loop) {
        Loop owner = loop;
        while (!owner.isOnPath()) {
            owner = owner.parent();
        }
        return owner;
    }

    private boolean isAround(Loop other) {
        for (Loop loop = owner; loop != null; loop = loop.parent()) {
            if (loop == other) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInside(Loop loop, String id) {
        for (Loop around = loop; around != null; around = around.parent()) {
            if (around.id().equals(id)) {
                return true;
            }
        }
        return false;
    }
}
