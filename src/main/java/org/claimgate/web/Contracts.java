package org.claimgate.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** What the calls of the gateway take and answer, for programs: its OpenAPI page, and the JSON Schema of each kind of claim. */
public final class Contracts {

    private static final String EXTENSION = ".json";

    private final Function<String, Optional<ObjectNode>> claims;
    private final Path openApi;

    /**
     * @param claims the schema of a kind of claim by its vocabulary
     * @param home of the gateway, where docs/openapi.yaml stands
     */
    public Contracts(Function<String, Optional<ObjectNode>> claims, Path home) {
        this.claims = claims;
        this.openApi = home.resolve("docs").resolve("openapi.yaml");
    }

    /** @param name {@code professional-claim.json} or {@code institutional-claim.json}; empty for any other */
    Optional<String> schema(String name) {
        return name.endsWith(EXTENSION)
                ? claims.apply(name.substring(0, name.length() - EXTENSION.length()))
                        .map(ObjectNode::toPrettyString)
                : Optional.empty();
    }

    String openApi() {
        try {
            return Files.readString(openApi);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
