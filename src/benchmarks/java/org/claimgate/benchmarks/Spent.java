package org.claimgate.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * What some work took.
 *
 * @param processorNanos of the whole process, everything that it did meanwhile
 */
record Spent(Duration time, long processorNanos) {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    interface Work<E extends Exception> {

        void run() throws E;
    }

    static <E extends Exception> Spent by(Work<E> work) throws E {
        long processorBefore = PROCESS.getProcessCpuTime();
        long start = System.nanoTime();
        work.run();
        return new Spent(Duration.ofNanos(System.nanoTime() - start), PROCESS.getProcessCpuTime() - processorBefore);
    }

    /** With a time that is known better than by a clock around the work. */
    Spent in(Duration known) {
        return new Spent(known, processorNanos);
    }
}
