package org.claimgate.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds every mapping against what is publicly known of its guide, element by element. Intended differences stand in
 * src/test/resources/facts/intended.txt, each with its reason. With {@code -Dfacts.print=true} all are printed.
 */
class FactsTest {

    private static final boolean PRINT = Boolean.getBoolean("facts.print");

    /** @param pattern of differences, where % stands for anything */
    private record Intended(String guide, String pattern, String reason) {

        private boolean covers(String difference) {
            String anything =
                    Stream.of(pattern.split("%", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
            return difference.matches(anything);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"005010X222A1", "005010X223A2", "005010X221A1", "005010X214", "005010X231A1", "005010X212-277"})
    void aMappingDiffersFromTheFactsOnlyWhereIntended(String name) {
        String[] idAndSet = name.split("-");
        Guide guide = GuideText.GUIDES.all().stream()
                .filter(one -> one.id().equals(idAndSet[0]))
                .filter(one -> idAndSet.length == 1 || one.transactionSet().equals(idAndSet[1]))
                .findFirst()
                .orElseThrow();
        List<Intended> idle = new ArrayList<>(intended(name));
        List<String> unintended = new ArrayList<>();
        for (String difference : FactsComparison.differences(guide, Facts.read(name))) {
            List<Intended> covering = intended(name).stream()
                    .filter(line -> line.covers(difference))
                    .toList();
            idle.removeAll(covering);
            if (covering.isEmpty()) {
                unintended.add(difference);
            }
            if (PRINT) {
                String reason =
                        covering.isEmpty() ? "NOT INTENDED" : covering.get(0).reason();
                System.out.println(name + " " + difference + " (" + reason + ")");
            }
        }
        assertThat(unintended)
                .as("differences of " + name + " that nobody intended")
                .isEmpty();
        assertThat(idle)
                .as("intended differences of " + name + " that are none")
                .isEmpty();
    }

    private static List<Intended> intended(String guide) {
        try (Stream<String> lines = Files.lines(Facts.FOLDER.resolve("intended.txt"))) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" \\| "))
                    .map(columns -> new Intended(columns[0], columns[1], columns[2]))
                    .filter(line -> line.guide.equals(guide))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
