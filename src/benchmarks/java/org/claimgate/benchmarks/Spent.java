package org.claimgate.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What some work took.
 *
 * @param processorNanos of the whole process, everything that it did meanwhile
 * @param stolen which part of the processors' time other machines of the same host have taken; 0 where nobody tells
 */
record Spent(Duration time, long processorNanos, double stolen) {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    interface Work<E extends Exception> {

        void run() throws E;
    }

    static <E extends Exception> Spent by(Work<E> work) throws E {
        Ticks before = Ticks.now();
        long processorBefore = PROCESS.getProcessCpuTime();
        long start = System.nanoTime();
        work.run();
        return new Spent(
                Duration.ofNanos(System.nanoTime() - start),
                PROCESS.getProcessCpuTime() - processorBefore,
                Ticks.now().stolenSince(before));
    }

    /** Of all processors since the machine started: of all time, and of that which was stolen. */
    private record Ticks(long all, long stolen) {

        private static final Path STATISTICS = Path.of("/proc/stat");
        private static final int STOLEN = 8;

        static Ticks now() {
            if (!Files.exists(STATISTICS)) {
                return new Ticks(0, 0);
            }
            try (Stream<String> lines = Files.lines(STATISTICS)) {
                String[] processors = lines.findFirst().orElseThrow().split(" +");
                long all = Stream.of(processors)
                        .skip(1)
                        .limit(STOLEN)
                        .mapToLong(Long::parseLong)
                        .sum();
                return new Ticks(all, Long.parseLong(processors[STOLEN]));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        double stolenSince(Ticks before) {
            return (stolen - before.stolen) / (double) Math.max(1, all - before.all);
        }
    }

    /** With a time that is known better than by a clock around the work. */
    Spent in(Duration known) {
        return new Spent(known, processorNanos, stolen);
    }
}
