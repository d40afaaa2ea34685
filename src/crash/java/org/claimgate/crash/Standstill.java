package org.claimgate.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.claimgate.flow.Failpoint;

/**
 * Stands still at a failpoint when the harness has asked for it, says so, and waits: to be killed, or to be told to go on.
 * In the child process only; the service file of this source folder puts it there.
 */
public final class Standstill implements Failpoint.Watch {

    static final String REACHED = "reached ";
    static final String AT = "at ";
    static final String GO_ON = "go on";

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

    /** Listens to the harness on standard input, for as long as the process lives. */
    static void listen() {
        Thread thread = new Thread(Standstill::obey, "standstill");
        thread.setDaemon(true);
        thread.start();
    }

    private static void obey() {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                if (order.equals(GO_ON)) {
                    RELEASED.release();
                } else {
                    AWAITED.set(Failpoint.valueOf(order.substring(AT.length())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
