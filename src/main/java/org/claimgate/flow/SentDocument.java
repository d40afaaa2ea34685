package org.claimgate.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The port to the mappings of what is written for others beside X12. Safe for concurrent use. */
public interface SentDocument {

    /** Of the files that it is written into, without a dot. */
    String extension();

    /**
     * Writes messages as one document; the same messages give the same bytes.
     *
     * @throws RuntimeException when one of them cannot be written; the text names it by its number
     */
    byte[] write(List<JsonNode> messages);
}
