package org.claimgate.benchmarks;

import java.nio.file.Path;
import org.openjdk.jmh.runner.options.TimeValue;

/** What {@code mvn test -Pbenchmarks} runs. */
public final class Programs {

    private Programs() {}

    /**
     * Arguments: {@code edits}, {@code growth}, {@code start}, {@code throughput} or a regular expression of benchmarks; and for these the number of rounds and
     * the seconds of an iteration; a folder for large files.
     */
    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "growth" -> Growth.run(Path.of(arguments[3]));
            case "edits" -> EditsTime.run(Integer.parseInt(arguments[1]));
            case "start" -> Start.run();
            case "throughput" -> Throughput.run(Integer.parseInt(arguments[1]), Path.of(arguments[3]));
            default -> Measurements.run(
                    arguments[0], Integer.parseInt(arguments[1]), TimeValue.seconds(Long.parseLong(arguments[2])));
        }
    }
}
