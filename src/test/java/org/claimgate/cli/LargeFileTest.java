package org.claimgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.claimgate.x12.GeneratedRemittance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files far larger than the memory, in a process of their own. */
@Tag("large")
class LargeFileTest {

    private static final long SIZE = 200_000_000;
    private static final String MEMORY = "-Xmx128m";

    @TempDir
    private Path folder;

    private Path remittance;
    private long payments;

    @BeforeEach
    void generate() throws IOException {
        remittance = folder.resolve("large.835");
        GeneratedRemittance generated = new GeneratedRemittance(SIZE);
        try (OutputStream out = Files.newOutputStream(remittance)) {
            generated.transferTo(out);
        }
        payments = generated.payments();
        assertThat(Files.size(remittance)).isGreaterThan(SIZE);
    }

    @Test
    void a_remittance_of_200_megabytes_converts_in_128_megabytes_of_memory() throws Exception {
        Path json = folder.resolve("large.jsonl");
        String said = run("convert", remittance.toString(), "-o", json.toString());
        assertThat(said).isEmpty();
        long lines = 0;
        try (BufferedReader reader = Files.newBufferedReader(json)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                assertThat(line).startsWith("{\"envelope\":").endsWith("}");
                lines++;
            }
        }
        assertThat(lines).isEqualTo(payments);
    }

    @Test
    void a_remittance_of_200_megabytes_is_validated_in_128_megabytes_of_memory() throws Exception {
        assertThat(run("validate", remittance.toString()))
                .isEqualTo(remittance + ": " + payments + " documents, 0 errors, 0 warnings\n");
    }

    @Test
    void a_remittance_of_200_megabytes_is_explained_in_128_megabytes_of_memory() throws Exception {
        assertThat(run("explain", remittance.toString(), "-o", "/dev/null")).isEmpty();
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                MEMORY,
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Claimgate.class.getName()),
                        Stream.of(arguments))
                .toList();
        Path said = folder.resolve("said.txt");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        int exit = process.waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%s, %s: %.1f s, %.1f MB/s%n", arguments[0], MEMORY, seconds, Files.size(remittance) / 1e6 / seconds);
        String text = Files.readString(said, StandardCharsets.UTF_8);
        assertThat(exit).as(text).isZero();
        return text;
    }
}
