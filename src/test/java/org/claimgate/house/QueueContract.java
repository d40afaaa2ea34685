package org.claimgate.house;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** docs/asyncapi.yaml, as something that messages can be held against. */
public final class QueueContract {

    private final JsonNode document;

    public QueueContract() {
        try {
            document = new YAMLMapper().readTree(Path.of("docs/asyncapi.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode document() {
        return document;
    }

    /** What in a message departs from the document. */
    public List<String> violations(String message, JsonNode body) {
        JsonNode payload = document.at("/components/messages/" + message + "/payload");
        String schema = "{\"allOf\": [%s], \"$defs\": %s}"
                .formatted(payload, document.at("/components/schemas"))
                .replace("#/components/schemas/", "#/$defs/");
        JsonSchema compiled = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
        return compiled.validate(body).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
