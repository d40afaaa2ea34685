package org.claimgate.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the records of a document stand: a JSON pointer to elements, each of which may occur several times, such as
 * {@code /file/batch/claim}. An empty one is the document itself, or the items of one that is an array.
 */
record RecordPath(List<String> names) {

    /** The variable that holds the whole document. */
    static final String DOCUMENT = "document";

    /** Takes the records one by one. */
    interface Taker {

        /**
         * @param record from 1
         * @param around the elements that the record stands in, by their names, and the whole document as {@link #DOCUMENT}
         */
        void take(int record, JsonNode content, Map<String, JsonNode> around);
    }

    static RecordPath of(String pointer) {
        if (pointer.isEmpty()) {
            return new RecordPath(List.of());
        }
        if (!pointer.matches("(/[A-Za-z_][\\w-]*)+")) {
            throw new IllegalArgumentException("'each' is a path of names: /report/claim");
        }
        return new RecordPath(List.of(pointer.substring(1).split("/")));
    }

    void walk(JsonNode document, Taker taker) {
        new Walk(taker).step(document, 0, new HashMap<>(Map.of(DOCUMENT, document)));
    }

    private final class Walk {

        private final Taker taker;
        private int record;

        private Walk(Taker taker) {
            this.taker = taker;
        }

        private void step(JsonNode node, int depth, Map<String, JsonNode> around) {
            if (node.isArray()) {
                node.forEach(item -> step(item, depth, around));
            } else if (depth == names.size()) {
                taker.take(++record, node, around);
            } else {
                if (depth > 0) {
                    around.put(names.get(depth - 1), node);
                }
                JsonNode next = node.path(names.get(depth));
                if (!next.isMissingNode()) {
                    step(next, depth + 1, around);
                }
            }
        }
    }
}
