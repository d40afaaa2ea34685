package org.claimgate.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Guides;

/** What the calls of the gateway take and answer, for programs: its OpenAPI page, and the JSON Schema of each kind of claim. */
public final class Contracts {

    private static final String CLAIM = "-claim";
    private static final String EXTENSION = ".json";

    private static final String ABOUT =
            "A claim in the shape that Claimgate keeps. Lengths, codes of open lists and what one field asks of"
                    + " another are not said here: POST /api/claims?validate=only tells all of it.";

    private final Guides guides;
    private final Path openApi;

    /** @param home of the gateway, where docs/openapi.yaml stands */
    public Contracts(Guides guides, Path home) {
        this.guides = guides;
        this.openApi = home.resolve("docs").resolve("openapi.yaml");
    }

    /** @param name {@code professional-claim.json} or {@code institutional-claim.json}; empty for any other */
    Optional<String> schema(String name) {
        return guides.all().stream()
                .filter(guide -> guide.vocabulary().endsWith(CLAIM) && name.equals(guide.vocabulary() + EXTENSION))
                .findFirst()
                .map(Guide::schema)
                .map(Contracts::described);
    }

    private static String described(ObjectNode schema) {
        return schema.put("description", ABOUT).toPrettyString();
    }

    String openApi() {
        try {
            return Files.readString(openApi);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
