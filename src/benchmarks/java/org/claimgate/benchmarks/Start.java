package org.claimgate.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

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
        Map<String, List<CommandRun>> runs = new LinkedHashMap<>();
        for (int round = 0; round <= ROUNDS; round++) {
            for (Map.Entry<String, List<String>> step : steps.entrySet()) {
                CommandRun run = CommandRun.of(step.getValue());
                if (round > 0) {
                    runs.computeIfAbsent(step.getKey(), key -> new ArrayList<>())
                            .add(run);
                }
            }
        }
        System.out.printf("| what, median of %d | seconds | processor seconds |%n|---|--:|--:|%n", ROUNDS);
        runs.forEach((name, taken) -> System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f |%n",
                name,
                median(taken, CommandRun::seconds),
                median(taken, CommandRun::processorSeconds)));
    }

    private static double median(List<CommandRun> runs, ToDoubleFunction<CommandRun> figure) {
        return runs.stream().mapToDouble(figure).sorted().toArray()[runs.size() / 2];
    }
}
