package org.claimgate.benchmarks;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks in rounds, each benchmark once a round in a process of its own, so that what disturbs the machine
 * for a while disturbs all of them; prints a table with the medians, and each as a share of the others.
 */
final class Measurements {

    private static final int WARM_UP = 4;
    private static final int ITERATIONS = 3;

    private Measurements() {}

    /**
     * @param include a regular expression of benchmarks
     * @param time of one iteration
     */
    static void run(String include, int rounds, TimeValue time) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(include)
                .mode(Mode.Throughput)
                .warmupIterations(WARM_UP)
                .warmupTime(time)
                .measurementIterations(ITERATIONS)
                .measurementTime(time)
                .forks(1)
                .threads(1)
                .jvmArgs("-Xmx1g", "-XX:+UseSerialGC")
                .addProfiler(GCProfiler.class)
                .addProfiler(ProcessorTime.class)
                .verbosity(VerboseMode.SILENT)
                .build();
        Map<String, Measured> measured = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            System.err.printf("round %d of %d%n", round, rounds);
            Collection<RunResult> results = new Runner(options).run();
            results.forEach(result -> measured.computeIfAbsent(Measured.name(result), Measured::new)
                    .add(result));
        }
        System.out.print(new Table(measured.values()));
    }
}
