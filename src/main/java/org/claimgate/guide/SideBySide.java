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
    private final long batchesAhead = Math.max(
            BATCHES_AT_LEAST, Math.min(BATCHES_AT_MOST, Runtime.getRuntime().maxMemory() / SHARE / BATCH_BYTES));
    private int batches;
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

    /** Adds something that was found behind the sets so far. */
    synchronized void say(Issue issue) {
        add(SetRun.of(issue));
        advance();
    }

    /** A batch to be filled: one that was read, or a new one. */
    synchronized SegmentBatch emptyBatch(Limits limits) {
        SegmentBatch spare = spareBatches.poll();
        return spare == null ? new SegmentBatch(limits) : spare;
    }

    synchronized void feed(SetRun run, SegmentBatch batch) {
        waitUntil(() -> failure != null || batches < batchesAhead);
        checkFailure();
        run.batches.add(batch);
        batches++;
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
     * The next segments of a set; null behind the last.
     *
     * @param done those that were read and are no longer needed; null for none
     */
    private synchronized SegmentBatch takeBatch(SetRun run, SegmentBatch done) {
        if (done != null) {
            done.clear();
            spareBatches.add(done);
        }
        waitUntil(() -> !run.batches.isEmpty() || run.fed || isOver());
        SegmentBatch batch = run.batches.poll();
        batches -= batch == null ? 0 : 1;
        notifyAll();
        return isOver() ? null : batch;
    }

    /** Says what a set has found so far if it is its turn, and waits for that if it has found much. */
    private synchronized void speak(SetRun run) {
        waitUntil(() -> run.lines.length() <= linesAhead || inOrder.peek() == run || isOver());
        if (inOrder.peek() == run) {
            flush(run);
        }
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
            lines = new Lines(run.lines, run.issues::add);
            RecordReader reader = readers.computeIfAbsent(
                    run.guide,
                    guide ->
                            new RecordReader(guide, document -> lines.document(document), issue -> lines.issue(issue)));
            run.begin(reader);
            for (SegmentBatch batch = takeBatch(run, null); batch != null; batch = takeBatch(run, batch)) {
                for (Segment segment = batch.next(); segment != null; segment = batch.next()) {
                    reader.segment(segment, batch.position());
                }
                speak(run);
            }
            reader.end(run.complete);
            end(run, lines.documents());
        }
    }
}
