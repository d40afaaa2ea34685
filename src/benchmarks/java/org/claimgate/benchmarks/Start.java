package org.claimgate.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long {@code ./gateway convert} of a small file takes from the shell's point of view, and what of it goes where: each
 * line does all that the one above it does, and one thing more. The distribution must have been built.
 */
final class Start {

    private static final int ROUNDS = 9;
    private static final String SAMPLE = "edi-samples/835/paid-in-full/received.x12";

    private Start() {}

    static void run() throws IOException, InterruptedException {
        Map<String, List<String>> steps = new LinkedHashMap<>();
        steps.put(
                "java without a program of ours",
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version"));
        steps.put("and the program, as far as its version", List.of("./gateway", "--version"));
        steps.put("and the mappings, and a 835 of one payment to JSON", List.of("./gateway", "convert", SAMPLE));
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        for (int round = 0; round <= ROUNDS; round++) {
            for (Map.Entry<String, List<String>> step : steps.entrySet()) {
                double taken = CommandRun.of(step.getValue()).seconds();
                if (round > 0) {
                    seconds.computeIfAbsent(step.getKey(), key -> new ArrayList<>())
                            .add(taken);
                }
            }
        }
        System.out.printf("| what | seconds on the clock, median of %d |%n|---|--:|%n", ROUNDS);
        seconds.forEach((name, taken) -> System.out.printf(
                Locale.ROOT,
                "| %s | %.2f |%n",
                name,
                taken.stream().sorted().toList().get(ROUNDS / 2)));
    }
}
