package org.claimgate.ledger;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The thread that writes one state of H2's tables after the other. */
class LedgerWriter extends ThreadPoolExecutor {

    private static final int IDLE_SECONDS = 10;

    /** Who has H2 note a state at this moment; null when nobody does. */
    private volatile Thread ordering;

    private final AtomicLong unasked = new AtomicLong();

    LedgerWriter() {
        super(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, "ledger-writer");
            thread.setDaemon(true);
            return thread;
        });
        allowCoreThreadTimeOut(true);
    }

    /** Runs what has H2 note a state, and need not wait until that is written. Call for one at a time. */
    void order(Runnable noting) {
        ordering = Thread.currentThread();
        try {
            noting.run();
        } finally {
            ordering = null;
        }
    }

    /** How many states H2 has had written for which nobody asked: because it held as much in memory as it may, or on its way to close. */
    long unasked() {
        return unasked.get();
    }

    /**
     * H2 has noted a state that this is to write. When nobody asked for it, whoever changes something waits until it is written: otherwise as
     * much as H2 may hold would be added, again and again, before the first of it is.
     *
     * @throws IllegalStateException when it cannot be written
     */
    @Override
    public Future<?> submit(Runnable writing) {
        boolean asked = Thread.currentThread() == ordering;
        if (!asked) {
            unasked.incrementAndGet();
        }
        Future<?> written = super.submit(writing);
        if (!asked) {
            await(written);
        }
        return written;
    }

    /** Whoever is interrupted meanwhile is so afterwards: in the middle of a change H2 knows no way back. */
    private static void await(Future<?> written) {
        boolean interrupted = false;
        boolean waiting = true;
        try {
            while (waiting) {
                try {
                    written.get();
                    waiting = false;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the ledger's state cannot be written", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
