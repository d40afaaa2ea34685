package org.claimgate.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.claimgate.x12.GeneratedRemittance;

/**
 * Converts 835 files of growing size to JSON, each in a process of its own with little memory, and prints the time for a
 * megabyte: it must not grow with the file. The JSON goes nowhere; the file is on disk.
 */
final class Growth {

    private static final String MEMORY = "-Xmx64m";
    private static final long[] SIZES = {1, 10, 100, 1_000};

    private Growth() {}

    /** @param place for the files, which are deleted again */
    static void run(Path place) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(place);
        System.out.printf(
                "| 835 | seconds | seconds a MB | seconds a MB beyond the smallest | peak of the process |%n");
        System.out.printf("|--:|--:|--:|--:|--:|%n");
        double first = 0;
        for (long size : SIZES) {
            Path file = generate(folder, size);
            CommandRun run = CommandRun.of(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    MEMORY,
                    "-XX:+UseSerialGC",
                    "-classpath",
                    System.getProperty("java.class.path"),
                    "org.claimgate.cli.Claimgate",
                    "convert",
                    file.toString()));
            double megabytes = Files.size(file) / 1e6;
            Files.delete(file);
            first = first == 0 ? run.seconds() : first;
            String beyond = run.seconds() == first
                    ? ""
                    : String.format(Locale.ROOT, "%.4f", (run.seconds() - first) / (megabytes - SIZES[0]));
            System.out.printf(
                    Locale.ROOT,
                    "| %.0f MB | %.2f | %.4f | %s | %.0f MB |%n",
                    megabytes,
                    run.seconds(),
                    run.seconds() / megabytes,
                    beyond,
                    run.peakMegabytes());
        }
    }

    private static Path generate(Path folder, long megabytes) throws IOException {
        Path file = folder.resolve(megabytes + ".835");
        try (OutputStream out = Files.newOutputStream(file)) {
            new GeneratedRemittance(megabytes * 1_000_000).transferTo(out);
        }
        return file;
    }
}
