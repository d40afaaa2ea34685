package org.claimgate.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.claimgate.claim.Schemas;

/** Holds a result against a JSON Schema (2020-12). */
final class SchemaCheck implements ResultCheck {

    private final JsonSchema schema;

    SchemaCheck(JsonNode definition) {
        schema = Schemas.compile(definition);
    }

    static SchemaCheck ofResource(String name) {
        try (InputStream in = SchemaCheck.class.getResourceAsStream(name)) {
            return new SchemaCheck(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Mistake> mistakes(ObjectNode result) {
        return schema.validate(result).stream().map(SchemaCheck::mistake).toList();
    }

    private static Mistake mistake(ValidationMessage message) {
        String at = message.getInstanceLocation().toString();
        return switch (message.getType()) {
            case "required" -> new Mistake("expected a value", at + "/" + message.getProperty());
            case "additionalProperties" -> new Mistake(
                    "expected a field of the vocabulary", at + "/" + message.getProperty());
            case "type" -> new Mistake(
                    "expected a value of type " + message.getSchemaNode().asText(), at);
            case "enum" -> new Mistake("expected one of " + words(message.getSchemaNode()), at);
            default -> new Mistake("expected what the vocabulary says (" + message.getType() + ")", at);
        };
    }

    private static String words(JsonNode codes) {
        List<String> words = new ArrayList<>();
        codes.forEach(code -> words.add(code.asText()));
        return String.join(", ", words);
    }
}
