package org.claimgate.guide;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.claimgate.x12.Limits;
import org.claimgate.x12.Segment;
import org.claimgate.x12.SegmentBatch;

/**
 * Threads that read one transaction set each. The first set that is not read to its end speaks as it goes; the lines of those
 * behind it wait, and a thread that has too many of them waits as well. This object is the monitor for all that the threads
 * share.
 */
final class SideBySide implements AutoCloseable {

    private static final int BATCHES_AT_LEAST = 8;
    private static final int BATCHES_AT_MOST = 128;
    /** What a batch takes of memory, roughly. */
    private static final int BATCH_BYTES = 1 << 18;

    private static final int ISSUES_AHEAD = 10_000;
    private static final int LINES_AT_LEAST = 1 << 20;
    private static final int LINES_AT_MOST = 1 << 24;
    /** Share of the memory that may hold lines of one set; and that may hold batches. */
    private static final int SHARE = 16;

    private final OutputStream out;
    private final Consumer<Issue> issues;
    private final Deque<SetRun> inOrder = new ArrayDeque<>();
    private final Deque<SegmentBatch> spareBatches = new ArrayDeque<>();
    private final Deque<JsonText> spareLines = new ArrayDeque<>();
    private final List<Thread> threads = new ArrayList<>();
    private final long linesAhead = Math.max(
            LINES_AT_LEAST, Math.min(LINES_AT_MOST, Runtime.getRuntime().maxMemory() / SHARE));
    private final long piecesAhead = Math.max(
            BATCHES_AT_LEAST, Math.min(BATCHES_AT_MOST, Runtime.getRuntime().maxMemory() / SHARE / BATCH_BYTES));
    private int pieces;
    private long documents;
    private boolean finished;
    private RuntimeException failure;

    SideBySide(int threads, OutputStream out, Consumer<Issue> issues) {
        this.out = out;
        this.issues = issues;
        for (int i = 1; i <= threads; i++) {
            Thread thread = new Thread(new Worker(), "sets-" + i);
            thread.setDaemon(true);
            thread.start();
            this.threads.add(thread);
        }
    }

    /** Adds a set behind the others; waits while enough are ahead. */
    synchronized void add(SetRun run) {
        waitUntil(() -> failure != null || inOrder.size() <= 2 * threads.size());
        checkFailure();
        inOrder.add(run);
        notifyAll();
    }

    /** Adds something that was found between sets, when all before it are fed. */
    synchronized void say(Issue issue) {
        add(SetRun.of(issue));
        advance();
    }

    /** A batch to be filled: one that was read, or a new one. */
    synchronized SegmentBatch emptyBatch(Limits limits) {
        SegmentBatch spare = spareBatches.poll();
        return spare == null ? new SegmentBatch(limits) : spare;
    }

    /** Adds what comes next in a set; waits while enough is ahead. */
    synchronized void feed(SetRun run, SetRun.Piece piece) {
        waitUntil(() -> failure != null || pieces < piecesAhead);
        checkFailure();
        run.pieces.add(piece);
        pieces++;
        notifyAll();
    }

    /** The set has no more segments. */
    synchronized void fed(SetRun run, boolean complete) {
        run.fed = true;
        run.complete = complete;
        notifyAll();
    }

    /** Waits until everything is said; how many documents there were. */
    synchronized long finish() {
        waitUntil(() -> failure != null || inOrder.isEmpty());
        checkFailure();
        return documents;
    }

    /** Ends the threads, whatever they are at. */
    @Override
    public void close() {
        synchronized (this) {
            finished = true;
            notifyAll();
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void waitUntil(BooleanSupplier condition) {
        try {
            while (!condition.getAsBoolean()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading sets side by side", e);
        }
    }

    private void checkFailure() {
        if (failure != null) {
            throw failure;
        }
    }

    /** The next set that no thread reads yet; null when there will be none. */
    private synchronized SetRun take() {
        waitUntil(() -> isOver() || inOrder.stream().anyMatch(run -> !run.started));
        if (isOver()) {
            return null;
        }
        SetRun first = inOrder.stream().filter(run -> !run.started).findFirst().orElseThrow();
        first.started = true;
        first.lines = spareLines.isEmpty() ? new JsonText() : spareLines.poll();
        return first;
    }

    private boolean isOver() {
        return finished || failure != null;
    }

    /**
     * What comes next in a set; null behind the last.
     *
     * @param done what was read and is no longer needed; null for nothing
     */
    private synchronized SetRun.Piece takePiece(SetRun run, SetRun.Piece done) {
        if (done != null && done.segments() != null) {
            done.segments().clear();
            spareBatches.add(done.segments());
        }
        waitUntil(() -> !run.pieces.isEmpty() || run.fed || isOver());
        SetRun.Piece piece = run.pieces.poll();
        pieces -= piece == null ? 0 : 1;
        notifyAll();
        return isOver() ? null : piece;
    }

    /** Says what a set has found so far if it is its turn, and waits for that if it has found much. */
    private synchronized void speak(SetRun run) {
        waitUntil(() -> !hasMuchToSay(run) || inOrder.peek() == run || isOver());
        if (inOrder.peek() == run) {
            flush(run);
        }
    }

    private boolean hasMuchToSay(SetRun run) {
        return run.lines.length() > linesAhead || run.issues.size() > ISSUES_AHEAD;
    }

    private synchronized void end(SetRun run, long found) {
        documents += found;
        run.read = true;
        advance();
        notifyAll();
    }

    private synchronized void fail(RuntimeException thrown) {
        if (failure == null) {
            failure = thrown;
        }
        notifyAll();
    }

    private synchronized void advance() {
        while (!inOrder.isEmpty() && inOrder.peek().read) {
            SetRun run = inOrder.poll();
            flush(run);
            if (run.lines != null) {
                spareLines.add(run.lines);
            }
        }
    }

    private void flush(SetRun run) {
        run.issues.forEach(issues);
        run.issues.clear();
        if (run.lines == null) {
            return;
        }
        try {
            run.lines.writeTo(out);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        run.lines.clear();
    }

    /** One thread: reads sets until there are none. */
    private final class Worker implements Runnable {

        private final Map<Guide, RecordReader> readers = new HashMap<>();
        private Lines lines;
        private List<Issue> issues;

        @Override
        public void run() {
            try {
                for (SetRun run = take(); run != null; run = take()) {
                    read(run);
                }
            } catch (RuntimeException | Error thrown) {
                fail(thrown instanceof RuntimeException runtime ? runtime : new IllegalStateException(thrown));
            }
        }

        private void read(SetRun run) {
            lines = new Lines(run.lines);
            issues = run.issues;
            RecordReader reader = readers.computeIfAbsent(
                    run.guide,
                    guide -> new RecordReader(guide, document -> lines.document(document), issue -> issues.add(issue)));
            run.begin(reader);
            for (SetRun.Piece piece = takePiece(run, null); piece != null; piece = takePiece(run, piece)) {
                if (piece.issue() == null) {
                    read(piece.segments(), reader);
                } else {
                    run.issues.add(piece.issue());
                }
                speak(run);
            }
            reader.end(run.complete);
            end(run, lines.documents());
        }

        private static void read(SegmentBatch batch, RecordReader reader) {
            for (Segment segment = batch.next(); segment != null; segment = batch.next()) {
                reader.segment(segment, batch.position());
            }
        }
    }
}
