package org.claimgate.crash;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.claimgate.flow.Failpoint;

/**
 * Stands still at a failpoint when the harness has asked for it, says so, and waits: to be killed, or to be told to go on.
 * In the child process only; the service file of this source folder puts it there.
 */
public final class Standstill implements Failpoint.Watch {

    static final String REACHED = "reached ";

    private static final AtomicReference<Failpoint> AWAITED = new AtomicReference<>();
    private static final Semaphore RELEASED = new Semaphore(0);

    @Override
    public void reached(Failpoint failpoint) {
        if (AWAITED.compareAndSet(failpoint, null)) {
            System.out.println(REACHED + failpoint);
            System.out.flush();
            RELEASED.acquireUninterruptibly();
        }
    }

    /** The next to come there stands still. */
    static void at(Failpoint failpoint) {
        AWAITED.set(failpoint);
    }

    static void goOn() {
        RELEASED.release();
    }
}
