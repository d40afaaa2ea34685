package org.claimgate.claim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.claimgate.guide.Guides;
import org.claimgate.samples.Vocabulary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A claim may use every field that the large clearinghouses take: src/test/resources/vocabulary/ lists them. The few that are
 * refused on purpose stand in deviations.txt.
 */
class ClaimVocabularyTest {

    private final Claims claims = new Claims(Guides.load(Path.of("mappings/x12")), Clock.systemUTC());

    @ParameterizedTest
    @CsvSource({"professional-claim, professionalService", "institutional-claim, institutionalService"})
    void everyFieldIsKnown(String vocabulary, String service) {
        Vocabulary.Difference difference = new Vocabulary(vocabulary).compare(field -> isKnown(field, service));
        assertThat(difference.absent())
                .as("fields that a " + vocabulary + " may not have")
                .isEmpty();
        assertThat(difference.idle())
                .as("deviations of " + vocabulary + " that are none")
                .isEmpty();
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
}
