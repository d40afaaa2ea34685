package org.claimgate.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** What the rounds have found of one benchmark on one file. */
final class Measured {

    private final String name;
    private final List<Double> speeds = new ArrayList<>();
    private final List<Double> processorSpeeds = new ArrayList<>();
    private final List<Double> allocations = new ArrayList<>();

    Measured(String name) {
        this.name = name;
    }

    /** The file and the benchmark, such as {@code 835 segments}. */
    static String name(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        String row = benchmark.substring(benchmark.lastIndexOf('.') + 1);
        String set = result.getParams().getParam("set");
        return (set == null ? setOf(row) : set) + " " + row;
    }

    /** Of a benchmark for one set only. */
    private static String setOf(String row) {
        return row.startsWith("payments") ? "835" : "837P";
    }

    void add(RunResult result) {
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            fork.getIterationResults().forEach(this::add);
        }
    }

    private void add(IterationResult iteration) {
        Map<String, Result> found = iteration.getSecondaryResults();
        double passesPerSecond = iteration.getPrimaryResult().getScore();
        double speed = found.get("megabytes").getScore();
        double megabytes = speed / passesPerSecond;
        speeds.add(speed);
        processorSpeeds.add(megabytes / found.get(ProcessorTime.LABEL).getScore());
        double documents = found.get("documents").getScore() / passesPerSecond;
        if (documents > 0) {
            found.forEach((label, value) -> {
                if (label.endsWith("gc.alloc.rate.norm")) {
                    allocations.add(value.getScore() / documents);
                }
            });
        }
    }

    String name() {
        return name;
    }

    /** Millions of bytes of X12 in a second on the clock. */
    double speed() {
        return median(speeds);
    }

    /** Millions of bytes of X12 in a second of processor time. */
    double processorSpeed() {
        return median(processorSpeeds);
    }

    /** Bytes allocated for each document; 0 where there are none. */
    double allocation() {
        return median(allocations);
    }

    private static double median(List<Double> values) {
        return values.isEmpty() ? 0 : values.stream().sorted().toList().get(values.size() / 2);
    }
}
