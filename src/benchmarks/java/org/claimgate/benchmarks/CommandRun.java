package org.claimgate.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that was run from start to end.
 *
 * @param seconds on the clock
 * @param processorSeconds of the processor, as far as it was seen before the end
 * @param peakMegabytes the most memory the process had (resident set); 0 where the system does not tell
 */
record CommandRun(double seconds, double processorSeconds, double peakMegabytes) {

    private static final int GLANCE_MILLISECONDS = 10;

    /** Runs a program; its standard output is thrown away, and it must end well. */
    static CommandRun of(List<String> command) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        double peak = 0;
        double processor = 0;
        while (!process.waitFor(GLANCE_MILLISECONDS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peak(status));
            processor = Math.max(processor, processor(process));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + process.exitValue());
        }
        return new CommandRun(seconds, processor, peak);
    }

    private static double processor(Process process) {
        return process.info()
                .totalCpuDuration()
                .map(spent -> spent.toNanos() / 1e9)
                .orElse(0.0);
    }

    /** The process may have ended meanwhile, and not every system has such a file. */
    private static double peak(Path status) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6)
                    .findFirst()
                    .orElse(0);
        } catch (IOException ended) {
            return 0;
        }
    }
}
