package org.claimgate.ledger;

import java.util.concurrent.atomic.AtomicLong;

/** Forces a database to the disk, once for all who wait for it: whoever has committed before it begins is served by it. */
final class Checkpoint implements Runnable {

    private final Runnable force;
    private final AtomicLong asked = new AtomicLong();
    private long served;

    Checkpoint(Runnable force) {
        this.force = force;
    }

    /** Returns when all that the calling thread has committed is on the disk. */
    @Override
    public void run() {
        forceFor(asked.incrementAndGet());
    }

    private synchronized void forceFor(long turn) {
        if (served >= turn) {
            return;
        }
        long all = asked.get();
        force.run();
        served = all;
    }
}
