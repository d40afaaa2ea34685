package org.claimgate.guide;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.Interchange;
import org.claimgate.x12.SegmentBatch;
import org.claimgate.x12.TransactionSet;

/** One transaction set between the thread that finds it, the one that reads it and the order in which it may speak. */
final class SetRun {

    final Guide guide;
    private final Interchange interchange;
    private final FunctionalGroup group;
    private final TransactionSet set;
    private final Repetition repetition;

    /**
     * What comes next in the set: segments, or something that was found wrong before they could be read.
     *
     * @param issue null where there are segments
     */
    record Piece(SegmentBatch segments, Issue issue) {}

    /** Lines that wait for the set's turn; null while there are none. */
    JsonText lines;

    /** Issues that wait. */
    final List<Issue> issues = new ArrayList<>();

    // What follows is guarded by the monitor of SideBySide.
    final Deque<Piece> pieces = new ArrayDeque<>();
    boolean started;
    boolean fed;
    boolean complete;
    boolean read;

    SetRun(Guide guide, Interchange interchange, FunctionalGroup group, TransactionSet set, Repetition repetition) {
        this.guide = guide;
        this.interchange = interchange;
        this.group = group;
        this.set = set;
        this.repetition = repetition;
    }

    /** Something that was found between sets. */
    static SetRun of(Issue issue) {
        SetRun run = new SetRun(null, null, null, null, null);
        run.issues.add(issue);
        run.started = true;
        run.read = true;
        return run;
    }

    void begin(SetReader reader) {
        reader.begin(interchange, group, set, repetition);
    }
}
