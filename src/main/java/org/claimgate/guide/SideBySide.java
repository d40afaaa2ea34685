package org.claimgate.guide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.claimgate.x12.Limits;

/**
 * Threads that all do the same: find the next stretch of whole sets, while no other thread does so, and read it, while others
 * find and read theirs. A set that is too large to be kept is found and read in turn by one thread; the others wait for its end.
 */
final class SideBySide {

    /**
     * How much there may be of what, in bytes.
     *
     * @param enough for a stretch, if it ends between sets
     * @param tooMuch for a stretch, even if it ends inside a set
     * @param kept of what all stretches say, until it is their turn
     */
    record Sizes(long enough, long tooMuch, long kept) {

        /** For so many threads in the memory that there is. */
        static Sizes of(int threads) {
            return new Sizes(ENOUGH, Math.min(TOO_MUCH, MEMORY / SHARE / threads), Math.min(KEPT, MEMORY / SHARE));
        }
    }

    private static final long ENOUGH = 1 << 18;
    private static final long TOO_MUCH = 1 << 24;
    private static final long KEPT = 1 << 26;
    private static final long MEMORY = Runtime.getRuntime().maxMemory();
    /** Share of the memory that may hold stretches; and that may hold what they say. */
    private static final int SHARE = 8;
    /** What a thread needs of memory, at least. */
    private static final long THREAD_BYTES = 1 << 24;

    private final Limits limits;
    private final StretchFinder finder;
    private final SpeakingOrder order;
    private final int most;
    /** The threads beside the one that calls, guarded by the finder. */
    private final List<Thread> threads = new ArrayList<>();

    /** @param most threads, the one that calls among them */
    SideBySide(Limits limits, int most, StretchFinder finder, SpeakingOrder order) {
        this.limits = limits;
        this.most = most;
        this.finder = finder;
        this.order = order;
    }

    /** As many threads as there is memory for, of so many. */
    static int affordable(int threads) {
        return (int) Math.max(1, Math.min(threads, MEMORY / THREAD_BYTES));
    }

    /** Reads until the file ends; how many documents there were. */
    long read() throws IOException {
        work();
        join();
        if (order.failure() instanceof IOException broken) {
            throw broken;
        }
        if (order.failure() instanceof Error error) {
            throw error;
        }
        if (order.failure() instanceof RuntimeException thrown) {
            throw thrown;
        }
        return order.documents();
    }

    private void work() {
        try {
            StretchReader reader = new StretchReader();
            Stretch stretch = new Stretch(limits);
            for (Voice voice = find(stretch, reader); voice != null; voice = find(stretch, reader)) {
                stretch.tell(reader);
                order.end(voice);
                stretch.clear();
            }
        } catch (IOException | RuntimeException | Error thrown) {
            order.fail(thrown);
        }
    }

    /** Finds the next stretch; null if there is none. Of a set that is too large, only its end is left to be read. */
    private Voice find(Stretch stretch, StretchReader reader) throws IOException {
        synchronized (finder) {
            if (finder.isOver() || order.failure() != null) {
                return null;
            }
            Voice voice = new Voice(finder.number(), order);
            reader.speakTo(voice);
            while (!finder.fill(stretch)) {
                stretch.tell(reader);
                stretch.clear();
            }
            startAnother();
            return voice;
        }
    }

    /** One more thread, while there are more sets. */
    private void startAnother() {
        if (!finder.isOver() && threads.size() < most - 1) {
            Thread thread = new Thread(this::work, "sets-" + (threads.size() + 1));
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /** Waits for the other threads, which end soon when this one is interrupted. */
    private void join() {
        boolean interrupted = false;
        for (int i = 0; thread(i) != null; ) {
            try {
                thread(i).join();
                i++;
            } catch (InterruptedException stop) {
                interrupted = true;
                order.fail(new IllegalStateException("interrupted while reading sets side by side", stop));
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread thread(int index) {
        synchronized (finder) {
            return index < threads.size() ? threads.get(index) : null;
        }
    }
}
