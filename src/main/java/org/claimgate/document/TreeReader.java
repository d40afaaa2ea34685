package org.claimgate.document;

import com.fasterxml.jackson.databind.JsonNode;

/** Makes a tree of the text of a document. Safe for concurrent use. */
interface TreeReader {

    /** @throws Refusal when it is not of the form that is expected, or breaks the limits of the watch */
    JsonNode read(Content content, Watch watch);
}
