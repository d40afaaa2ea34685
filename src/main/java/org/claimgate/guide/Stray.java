package org.claimgate.guide;

import java.util.ArrayList;
import java.util.List;
import org.claimgate.x12.Segment;

/**
 * The loops that a refused segment may have begun. What follows it and stands in one of them belongs to it, not to the
 * loop that is open: it is passed over with it, up to the next segment of the same id.
 */
final class Stray {

    private final List<Loop> loops = new ArrayList<>();
    private int beginning;

    /** A segment is refused that begins this loop, or one of the loops of its id that the open ones may hold. */
    void begin(Segment segment, Loop loop, Frame top) {
        end();
        beginning = segment.packedId();
        if (loop != null) {
            loops.add(loop);
            return;
        }
        for (Frame frame = top; frame != null; frame = frame.parent) {
            for (Part part : frame.loop.children()) {
                if (part instanceof Loop inner && inner.first().packedId() == beginning) {
                    loops.add(inner);
                }
            }
        }
    }

    void end() {
        loops.clear();
    }

    /** Whether the segment goes with the one that was refused. */
    boolean takes(Segment segment) {
        if (loops.isEmpty()) {
            return false;
        }
        if (segment.packedId() != beginning && loops.stream().anyMatch(loop -> holds(loop, segment))) {
            return true;
        }
        end();
        return false;
    }

    private static boolean holds(Loop loop, Segment segment) {
        List<Part> parts = loop.children();
        return loop.find(segment, 0, parts.size()) >= 0
                || parts.stream().anyMatch(part -> part instanceof Loop inner && holds(inner, segment));
    }

    /** Whether what was refused is one of the levels that are counted through the set. */
    boolean isLevel() {
        return loops.stream().anyMatch(loop -> loop.first().counts(Counter.Kind.LEVEL));
    }
}
