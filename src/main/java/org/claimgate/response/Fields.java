package org.claimgate.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reading fields of documents that may be absent. */
final class Fields {

    private Fields() {}

    /** The text of the field at a path of names; empty when any of them is absent. */
    static String text(JsonNode node, String... path) {
        JsonNode found = node;
        for (String name : path) {
            found = found.path(name);
        }
        return found.asText("");
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText("")));
        return texts;
    }

    /** A position or count; 0 when absent or not a number. */
    static int number(JsonNode node, String... path) {
        String text = text(node, path);
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    /** The number of a service provider: NPI, tax number, or else the payer's own; empty where there is none. */
    static String provider(JsonNode provider) {
        return Stream.of("npi", "tin", "spn")
                .filter(provider::has)
                .findFirst()
                .map(name -> text(provider, name))
                .orElse("");
    }
}
