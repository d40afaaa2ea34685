package org.claimgate.camel;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts the line of a call that makes no headway. Nothing else ends a call whose server process hangs behind an SSH daemon that
 * still answers keep-alives: JSch waits without bound, and a disconnect from outside waits for the lock of the call that hangs.
 */
final class Watchdog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    /** Keep-alives are far less than this; no transfer is. */
    private static final long LEAST_BYTES_A_SECOND = 256;

    /** Ending a session that is not used may have to wait for its server; cutting another one may not wait for that. */
    private static final int THREADS = 2;

    private final Duration patience;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "sftp-watchdog");
        thread.setDaemon(true);
        return thread;
    });

    /** @param patience in which next to nothing is moved before a line is cut */
    Watchdog(Duration patience) {
        this.patience = patience;
    }

    /** Watches a call until the watch is closed. */
    Watch watch(Supplier<CuttableLine> line) {
        return new Watch(line);
    }

    ScheduledFuture<?> later(Runnable work, Duration time) {
        return timer.schedule(work, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** One call's time. */
    final class Watch implements AutoCloseable {

        private final Supplier<CuttableLine> line;
        private final ScheduledFuture<?> looks;
        private CuttableLine before;
        private long moved;

        private Watch(Supplier<CuttableLine> line) {
            this.line = line;
            this.before = line.get();
            this.moved = before.moved();
            long pause = patience.toMillis();
            this.looks = timer.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
        }

        private void look() {
            CuttableLine now = line.get();
            if (now == before && now.moved() - moved <= LEAST_BYTES_A_SECOND * patience.toMillis() / 1000) {
                LOG.warn(
                        "A session with partner {} stood still for {} s and was cut",
                        now.partner().id(),
                        patience.toSeconds());
                now.close();
            }
            before = now;
            moved = now.moved();
        }

        @Override
        public void close() {
            looks.cancel(false);
        }
    }
}
