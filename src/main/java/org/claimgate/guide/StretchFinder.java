package org.claimgate.guide;

import java.io.IOException;
import java.io.InputStream;
import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.Interchange;
import org.claimgate.x12.Segment;
import org.claimgate.x12.TransactionSet;

/** Finds the sets of a file without reading what is in them, a stretch of whole sets at a time. For one thread at a time. */
final class StretchFinder {

    private final DocumentReader.Pass pass;
    private final SideBySide.Sizes sizes;
    private Stretch stretch;
    private boolean over;
    private long found;

    StretchFinder(DocumentReader reader, InputStream in, SideBySide.Sizes sizes, Repeats repeats) {
        this.pass = reader.pass(in, new Around(), Inside::new, repeats);
        this.sizes = sizes;
    }

    /** Whether the file has ended. */
    boolean isOver() {
        return over;
    }

    /** The number of the next stretch, from 0. */
    long number() {
        return found++;
    }

    /** Fills a stretch; false if it ends inside a set, with which the next one goes on. */
    boolean fill(Stretch empty) throws IOException {
        stretch = empty;
        while (!over && !isFull()) {
            over = !pass.step();
        }
        return over || !stretch.inSet();
    }

    private boolean isFull() {
        long weight = stretch.weight();
        return weight >= sizes.enough() && (!stretch.inSet() || weight >= sizes.tooMuch());
    }

    /** Takes what is found between sets, and the issues inside. */
    private final class Around implements DocumentHandler {

        @Override
        public void document(Guide guide, Document document) {
            throw new IllegalStateException("documents are made where stretches are read");
        }

        @Override
        public void issue(Issue issue) {
            stretch.issue(issue);
        }
    }

    /** Takes the segments of sets. */
    private final class Inside implements SetReader {

        private final Guide guide;

        private Inside(Guide guide) {
            this.guide = guide;
        }

        @Override
        public void begin(Interchange interchange, FunctionalGroup group, TransactionSet set, Repetition repetition) {
            stretch.begin(guide, interchange, group, set, repetition);
        }

        @Override
        public void segment(Segment segment, int position) {
            stretch.segment(segment, position);
        }

        @Override
        public SegmentPlace place() {
            return SegmentPlace.UNKNOWN;
        }

        @Override
        public void end(boolean complete) {
            stretch.end(complete);
        }
    }
}
