package org.claimgate.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * A claim that an answer speaks of.
 *
 * @param vocabulary {@code professional-claim} or {@code institutional-claim}
 * @param document its canonical form; missing where it has been removed
 */
public record SentClaim(String vocabulary, JsonNode document) {

    private static final String LINES = "/claimInformation/serviceLines";

    public SentClaim {
        document = document == null ? MissingNode.getInstance() : document;
    }

    JsonNode lines() {
        return document.at(LINES);
    }

    /** JSON pointer of a service line; of all of them where it is not known which one. */
    static String line(int line) {
        return line < 0 ? LINES : LINES + "/" + line;
    }

    boolean has(String pointer) {
        return !document.at(pointer).isMissingNode();
    }
}
