package org.claimgate.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every field that the field knows a document by has its place: src/test/resources/vocabulary/ lists the fields, as they stand in
 * the document of one record, arrays with their greatest size. What is elsewhere or nowhere on purpose is in deviations.txt.
 */
class VocabularyTest {

    private static final Path FOLDER = Path.of("src/test/resources/vocabulary");

    private record Deviation(String pattern, String reason) {

        private boolean covers(String field) {
            return field.matches(
                    Stream.of(pattern.split("%", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"claim-payment", "claim-acknowledgment", "claim-status-request", "claim-status-response"})
    void everyFieldHasItsPlace(String vocabulary) {
        Map<String, String> held = fields(GuideText.GUIDES.forVocabulary(vocabulary));
        List<Deviation> deviations = deviations(vocabulary);
        List<Deviation> idle = new ArrayList<>(deviations);
        List<String> homeless = new ArrayList<>();
        for (String field : lines(vocabulary + ".txt")) {
            if (isHeld(field, held.get(withoutSizes(field)))) {
                continue;
            }
            List<Deviation> covering =
                    deviations.stream().filter(one -> one.covers(field)).toList();
            idle.removeAll(covering);
            if (covering.isEmpty()) {
                homeless.add(field + " is " + held.getOrDefault(withoutSizes(field), "nowhere"));
            }
        }
        assertThat(homeless).as("fields of " + vocabulary + " without a place").isEmpty();
        assertThat(idle).as("deviations of " + vocabulary + " that are none").isEmpty();
    }

    /** An array that the vocabulary does not limit may have the guide's limit. */
    private static boolean isHeld(String field, String held) {
        if (held == null) {
            return false;
        }
        String[] wanted = field.split("\\.");
        String[] found = held.split("\\.");
        for (int i = 0; i < wanted.length; i++) {
            if (!wanted[i].endsWith("[]") && !wanted[i].equals(found[i])) {
                return false;
            }
        }
        return true;
    }

    private static String withoutSizes(String field) {
        return field.replaceAll("\\[\\d+]", "[]");
    }

    /** Every field of a guide's documents, with the sizes of its arrays, by what it is without them. */
    private static Map<String, String> fields(Guide guide) {
        Map<String, String> fields = new LinkedHashMap<>();
        collect(guide.schema(), "", fields);
        return fields;
    }

    private static void collect(JsonNode schema, String path, Map<String, String> fields) {
        switch (schema.path("type").asText()) {
            case "object" -> schema.path("properties")
                    .properties()
                    .forEach(property -> collect(
                            property.getValue(),
                            path.isEmpty() ? property.getKey() : path + "." + property.getKey(),
                            fields));
            case "array" -> collect(
                    schema.path("items"), path + "[" + schema.path("maxItems").asText() + "]", fields);
            default -> fields.put(withoutSizes(path), path);
        }
    }

    private static List<Deviation> deviations(String vocabulary) {
        return lines("deviations.txt").stream()
                .filter(line -> line.startsWith(vocabulary + " | "))
                .map(line -> line.split(" \\| "))
                .map(columns -> new Deviation(columns[1], columns[2]))
                .toList();
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
