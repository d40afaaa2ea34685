package org.claimgate.crash;

import java.util.List;

/** Hands in one claim after another, until it is closed. */
final class Load implements AutoCloseable {

    private static final int CLAIMS = 3;

    private final Thread thread;
    private volatile boolean over;
    private volatile RuntimeException failure;

    Load(Desk desk) {
        thread = new Thread(() -> handIn(desk), "load");
        thread.start();
    }

    private void handIn(Desk desk) {
        try {
            while (!over) {
                desk.handIn(CLAIMS);
                desk.handIn(List.of(Claim.forMovingPartner()));
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    /** Waits until all that was begun is confirmed. */
    @Override
    public void close() {
        over = true;
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
