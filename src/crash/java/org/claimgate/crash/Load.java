package org.claimgate.crash;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Hands in claims for both partners every second, until it is closed. */
final class Load implements AutoCloseable {

    private static final int CLAIMS = 3;
    private static final int PAUSE_MILLIS = 1_000;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread;
    private volatile RuntimeException failure;

    Load(Desk desk) {
        thread = new Thread(() -> handIn(desk), "load");
        thread.start();
    }

    private void handIn(Desk desk) {
        try {
            while (!over.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                desk.handIn(CLAIMS);
                desk.handIn(List.of(Claim.forMovingPartner()));
            }
        } catch (RuntimeException e) {
            failure = e;
        } catch (InterruptedException e) {
            failure = new IllegalStateException(e);
        }
    }

    /** Waits until all that was begun is confirmed. */
    @Override
    public void close() {
        over.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (failure != null) {
            throw failure;
        }
    }
}
