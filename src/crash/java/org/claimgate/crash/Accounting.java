package org.claimgate.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whoever posts payments: takes each file out of the folder as soon as it is seen, and knows it by nothing but its content. */
final class Accounting {

    private static final int KIND = 0;
    private static final int PATIENT_CONTROL_NUMBER = 7;

    private final Path folder;

    /** @param folder where the gateway writes payments */
    Accounting(Path folder) {
        this.folder = folder;
    }

    /** The patient control number of each payment in the files that are there; they are gone afterwards. */
    List<String> take() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> posted = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(seen -> !seen.getFileName().toString().startsWith("."))
                    .toList()) {
                posted.addAll(payments(file));
                Files.delete(file);
            }
            return posted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> payments(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split(",", -1))
                .filter(columns -> columns[KIND].equals("CLAIM"))
                .map(columns -> columns[PATIENT_CONTROL_NUMBER])
                .toList();
    }
}
