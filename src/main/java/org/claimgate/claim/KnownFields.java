package org.claimgate.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The fields of a JSON Schema, and which of them somebody may have meant. */
final class KnownFields {

    /** How many letters two short names may differ by and still be taken for one another. */
    private static final int NEAR = 3;

    private final ObjectNode definition;

    KnownFields(ObjectNode definition) {
        this.definition = definition;
    }

    /** The schema at a JSON pointer with {@code *} in place of the numbers of items; missing where there is none. */
    JsonNode at(String pattern) {
        JsonNode node = resolve(definition);
        for (String token :
                pattern.isEmpty() ? new String[0] : pattern.substring(1).split("/", -1)) {
            node = resolve(
                    token.equals("*")
                            ? node.path("items")
                            : node.path("properties").path(token));
        }
        return node;
    }

    private JsonNode resolve(JsonNode node) {
        JsonNode reference = node.get("$ref");
        return reference == null ? node : definition.at(reference.asText().substring(1));
    }

    /** The name in the object at a pattern that is spelled most like another; empty where none is. */
    Optional<String> nearest(String object, String name) {
        List<String> known = new ArrayList<>();
        at(object).path("properties").fieldNames().forEachRemaining(known::add);
        String nearest = null;
        int least = Math.max(NEAR, name.length() / 3) + 1;
        for (String candidate : known) {
            int distance = distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** How many letters must be changed, put in or taken out. */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }
}
