package org.claimgate.claim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimgate.guide.Guides;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A claim may use every field that the large clearinghouses take: src/test/resources/vocabulary/ lists them. The few that are
 * refused on purpose stand in deviations.txt.
 */
class ClaimVocabularyTest {

    private static final Path FOLDER = Path.of("src/test/resources/vocabulary");

    private final Claims claims = new Claims(Guides.load(Path.of("mappings/x12")));

    private record Deviation(String pattern, String reason) {

        private boolean covers(String field) {
            return field.matches(
                    Stream.of(pattern.split("%", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
        }
    }

    @ParameterizedTest
    @CsvSource({"professional-claim, professionalService", "institutional-claim, institutionalService"})
    void everyFieldIsKnown(String vocabulary, String service) {
        List<Deviation> deviations = deviations(vocabulary);
        List<Deviation> idle = new ArrayList<>(deviations);
        List<String> unknown = new ArrayList<>();
        for (String field : lines(vocabulary + ".txt")) {
            if (isKnown(field, service)) {
                continue;
            }
            List<Deviation> covering =
                    deviations.stream().filter(one -> one.covers(field)).toList();
            idle.removeAll(covering);
            if (covering.isEmpty()) {
                unknown.add(field);
            }
        }
        assertThat(unknown).as("fields that a " + vocabulary + " may not have").isEmpty();
        assertThat(idle).as("deviations of " + vocabulary + " that are none").isEmpty();
    }

    private boolean isKnown(String field, String service) {
        ObjectNode claim = JsonNodeFactory.instance.objectNode();
        ObjectNode line =
                claim.putObject("claimInformation").putArray("serviceLines").addObject();
        line.putObject(service).put("lineItemChargeAmount", "1");
        put(claim, List.of(field.split("\\.")));
        if (field.startsWith("providers[]") && !field.endsWith("providerType")) {
            ((ObjectNode) claim.at("/providers/0")).put("providerType", provider(field));
        }
        return claims.check(claim).issues().stream()
                .noneMatch(issue -> issue.code().equals("JSON:unknown"));
    }

    /** The kind of provider that has most fields, or one that has this. */
    private static String provider(String field) {
        String name = field.substring(field.indexOf('.') + 1);
        return name.startsWith("taxonomyCode") || (name.endsWith("Name") && !name.startsWith("o"))
                ? "RenderingProvider"
                : "BillingProvider";
    }

    private static void put(ObjectNode object, List<String> names) {
        String name = names.get(0).replaceAll("\\[\\d*]", "");
        int depth = names.get(0).split("\\[", -1).length - 1;
        boolean last = names.size() == 1;
        if (depth == 0 && last) {
            object.put(name, name.equals("providerType") ? "BillingProvider" : "1");
        } else if (depth == 0) {
            put(object.withObject("/" + name), names.subList(1, names.size()));
        } else {
            ArrayNode array = object.withArray("/" + name);
            for (int i = 1; i < depth; i++) {
                array = array.isEmpty() ? array.addArray() : (ArrayNode) array.get(0);
            }
            putItem(array, names.subList(1, names.size()));
        }
    }

    private static void putItem(ArrayNode array, List<String> names) {
        if (names.isEmpty()) {
            array.add("1");
            return;
        }
        JsonNode item = array.isEmpty() ? array.addObject() : array.get(0);
        put((ObjectNode) item, names);
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
