package org.claimgate.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.claimgate.samples.Vocabulary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every field that the field knows a document by has its place: src/test/resources/vocabulary/ lists the fields, as they stand in
 * the document of one record, arrays with their greatest size. What is elsewhere or nowhere on purpose is in deviations.txt.
 */
class VocabularyTest {

    @ParameterizedTest
    @ValueSource(strings = {"claim-payment", "claim-acknowledgment", "claim-status-request", "claim-status-response"})
    void everyFieldHasItsPlace(String vocabulary) {
        Map<String, String> held = fields(GuideText.GUIDES.forVocabulary(vocabulary));
        Vocabulary.Difference difference =
                new Vocabulary(vocabulary).compare(field -> isHeld(field, held.get(withoutSizes(field))));
        assertThat(difference.absent())
                .as("fields of " + vocabulary + " without a place")
                .isEmpty();
        assertThat(difference.idle())
                .as("deviations of " + vocabulary + " that are none")
                .isEmpty();
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
}
