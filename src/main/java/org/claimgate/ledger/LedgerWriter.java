package org.claimgate.ledger;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The thread that writes one state of H2's tables after the other. */
class LedgerWriter extends ThreadPoolExecutor {

    private static final int IDLE_SECONDS = 10;

    /** Who has H2 note a state at this moment; null when nobody does. */
    private volatile Thread ordering;

    LedgerWriter() {
        super(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, "ledger-writer");
            thread.setDaemon(true);
            return thread;
        });
        allowCoreThreadTimeOut(true);
    }

    /** Runs what has H2 note a state, and waits for no writing of it. Call for one at a time. */
    void order(Runnable noting) {
        ordering = Thread.currentThread();
        try {
            noting.run();
        } finally {
            ordering = null;
        }
    }

    /**
     * H2 has noted a state that this is to write. When nobody asked for it, H2 holds as much in memory as it may, and whoever made it so much waits: otherwise as
     * much would be added, again and again, before the first of it is written.
     */
    @Override
    public Future<?> submit(Runnable writing) {
        Future<?> written = super.submit(writing);
        if (Thread.currentThread() != ordering) {
            await(written);
        }
        return written;
    }

    private static void await(Future<?> written) {
        try {
            written.get();
        } catch (ExecutionException e) {
            // H2 has given its store up, and says so to everybody from now on.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
