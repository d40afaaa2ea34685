package org.claimgate.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.Interchange;
import org.claimgate.x12.Limits;
import org.claimgate.x12.Segment;
import org.claimgate.x12.SegmentBatch;
import org.claimgate.x12.TransactionSet;

/**
 * What was found in a part of a file, one after the other: sets that begin and end, their segments, and issues. It is
 * told again to a {@link StretchReader}, by whichever thread.
 */
final class Stretch {

    /** What something other than a segment takes of memory, roughly. */
    private static final int MARK_BYTES = 512;

    /**
     * Something other than a segment.
     *
     * @param segments how many stand before it
     */
    private record Mark(int segments, Consumer<StretchReader> told) {}

    private final SegmentBatch batch;
    private final List<Mark> marks = new ArrayList<>();
    private boolean inSet;

    Stretch(Limits limits) {
        batch = new SegmentBatch(limits);
    }

    /** Forgets what it holds; a set that is open goes on. */
    void clear() {
        batch.clear();
        marks.clear();
    }

    /** How many bytes of memory it takes, roughly. */
    long weight() {
        return batch.weight() + (long) MARK_BYTES * marks.size();
    }

    boolean inSet() {
        return inSet;
    }

    void begin(Guide guide, Interchange interchange, FunctionalGroup group, TransactionSet set, Repetition repetition) {
        inSet = true;
        mark(reader -> reader.begin(guide, interchange, group, set, repetition));
    }

    void segment(Segment segment, int position) {
        batch.add(segment, position);
    }

    void issue(Issue issue) {
        mark(reader -> reader.issue(issue));
    }

    void end(boolean complete) {
        inSet = false;
        mark(reader -> reader.end(complete));
    }

    private void mark(Consumer<StretchReader> told) {
        marks.add(new Mark(batch.segments(), told));
    }

    /** Tells what was found, once. */
    void tell(StretchReader reader) {
        int told = 0;
        for (Mark mark : marks) {
            tellSegments(reader, mark.segments - told);
            told = mark.segments;
            mark.told.accept(reader);
        }
        tellSegments(reader, batch.segments() - told);
    }

    private void tellSegments(StretchReader reader, int count) {
        for (int i = 0; i < count; i++) {
            Segment segment = batch.next();
            reader.segment(segment, batch.position());
        }
    }
}
