package org.claimgate.claim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.claimgate.guide.Issue;

/**
 * Finds the claims in a body: one JSON object, an array of objects, or JSON lines. Strict: a duplicate key, a depth or
 * a length beyond the limits, or anything behind the end is refused. Bad JSON is an issue {@code JSON:syntax} with line
 * and column, never an exception; in JSON lines it costs its line alone, elsewhere the rest of the body.
 */
public final class ClaimReader {

    /**
     * One thing found in the body.
     *
     * @param ordinal from 1
     * @param json the object as sent; null when {@code issue} says why there is none
     * @param issue null when there is an object
     */
    public record Item(int ordinal, ObjectNode json, Issue issue) {}

    /** All items of a body, in order; an empty body gives one issue. */
    public static List<Item> read(byte[] body) {
        throw new UnsupportedOperationException();
    }

    /** The same for a stream; holds one claim at a time. */
    public static void read(InputStream in, Consumer<Item> items) throws IOException {
        throw new UnsupportedOperationException();
    }

    private ClaimReader() {}
}
