package org.claimgate.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields that the field knows a document by, one a line, in src/test/resources/vocabulary/. */
public final class Vocabulary {

    private static final Path FOLDER = Path.of("src/test/resources/vocabulary");

    private final List<String> fields;
    private final List<Deviation> deviations;

    /** @param name that of a guide's vocabulary, such as {@code claim-payment} */
    public Vocabulary(String name) {
        fields = lines(name + ".txt");
        deviations = lines("deviations.txt").stream()
                .map(line -> line.split(" \\| "))
                .filter(columns -> columns[0].equals(name))
                .map(columns -> new Deviation(columns[1], columns[2]))
                .toList();
    }

    /**
     * What is elsewhere or nowhere on purpose.
     *
     * @param pattern of fields; a percent sign stands for anything
     */
    public record Deviation(String pattern, String reason) {

        private boolean covers(String field) {
            return field.matches(
                    Stream.of(pattern.split("%", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
        }
    }

    /**
     * What differs from the list.
     *
     * @param absent fields that are neither held nor left out on purpose
     * @param idle deviations that are none
     */
    public record Difference(List<String> absent, List<Deviation> idle) {}

    /** Compares the list with what is held. */
    public Difference compare(Predicate<String> held) {
        List<Deviation> idle = new ArrayList<>(deviations);
        List<String> absent = new ArrayList<>();
        for (String field : fields) {
            if (held.test(field)) {
                continue;
            }
            List<Deviation> covering =
                    deviations.stream().filter(one -> one.covers(field)).toList();
            idle.removeAll(covering);
            if (covering.isEmpty()) {
                absent.add(field);
            }
        }
        return new Difference(absent, idle);
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
