package org.claimgate.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.Interchange;
import org.claimgate.x12.Limits;
import org.claimgate.x12.Segment;
import org.claimgate.x12.SegmentBatch;
import org.claimgate.x12.TransactionSet;

/**
 * X12 to JSON lines, each document a line. With more than one thread, the transaction sets of a file are read side by
 * side; lines and issues come out in the order of the file. Memory does not grow with the file.
 */
public final class JsonLines {

    private final DocumentReader reader;
    private final Limits limits;
    private final int threads;

    /** @param threads how many read sets, beside the one that calls; 1 for none beside it */
    public JsonLines(Guides guides, Limits limits, int threads) {
        this.reader = new DocumentReader(guides, limits);
        this.limits = limits;
        this.threads = threads;
    }

    /**
     * Reads until the stream ends.
     *
     * @param issues told from any thread, one at a time
     * @return how many documents were written
     * @throws IOException when a stream fails
     */
    public long write(InputStream in, OutputStream out, Consumer<Issue> issues) throws IOException {
        if (threads < 2) {
            Alone alone = new Alone(out, issues);
            reader.read(in, alone);
            alone.flush();
            return alone.lines.documents();
        }
        try (SideBySide sets = new SideBySide(threads, out, issues)) {
            Around around = new Around(sets);
            reader.read(in, around, guide -> new Feeder(guide, sets, around));
            return sets.finish();
        }
    }

    /** Writes what it gets. */
    private static final class Alone implements DocumentHandler {

        private static final int FLUSH_AT = 64 * 1024;

        private final OutputStream out;
        private final JsonText text = new JsonText();
        private final Lines lines;
        private final Consumer<Issue> issues;

        private Alone(OutputStream out, Consumer<Issue> issues) {
            this.out = out;
            this.lines = new Lines(text);
            this.issues = issues;
        }

        @Override
        public void document(Guide guide, Document document) {
            lines.document(document);
            if (text.length() > FLUSH_AT) {
                flush();
            }
        }

        @Override
        public void issue(Issue issue) {
            issues.accept(issue);
        }

        private void flush() {
            try {
                text.writeTo(out);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
            text.clear();
        }
    }

    /** What is found while sets are copied: it comes where it was found. */
    private static final class Around implements DocumentHandler {

        private final SideBySide sets;
        /** The set that is being copied; null between sets. */
        private Feeder open;

        private Around(SideBySide sets) {
            this.sets = sets;
        }

        @Override
        public void document(Guide guide, Document document) {
            throw new IllegalStateException("documents are made by the threads that read sets");
        }

        @Override
        public void issue(Issue issue) {
            if (open == null) {
                sets.say(issue);
            } else {
                open.say(issue);
            }
        }
    }

    /** Copies the segments of sets for the threads that read them. */
    private final class Feeder implements SetReader {

        private final Guide guide;
        private final SideBySide sets;
        private final Around around;
        private SetRun run;
        private SegmentBatch batch;

        private Feeder(Guide guide, SideBySide sets, Around around) {
            this.guide = guide;
            this.sets = sets;
            this.around = around;
        }

        @Override
        public void begin(Interchange interchange, FunctionalGroup group, TransactionSet set, Repetition repetition) {
            run = new SetRun(guide, interchange, group, set, repetition);
            batch = sets.emptyBatch(limits);
            sets.add(run);
            around.open = this;
        }

        private void say(Issue issue) {
            feedBatch();
            sets.feed(run, new SetRun.Piece(null, issue));
        }

        private void feedBatch() {
            sets.feed(run, new SetRun.Piece(batch, null));
            batch = sets.emptyBatch(limits);
        }

        @Override
        public void segment(Segment segment, int position) {
            if (batch.isFull()) {
                feedBatch();
            }
            batch.add(segment, position);
        }

        @Override
        public SegmentPlace place() {
            return SegmentPlace.UNKNOWN;
        }

        @Override
        public void end(boolean complete) {
            around.open = null;
            sets.feed(run, new SetRun.Piece(batch, null));
            sets.fed(run, complete);
        }
    }
}
