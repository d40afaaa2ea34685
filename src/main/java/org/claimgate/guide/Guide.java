package org.claimgate.guide;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** One implementation guide, compiled from its mapping file. Immutable and safe for concurrent use. */
public final class Guide {

    /** The guide's own identifier (GS08, ST03), such as {@code 005010X222A1}; {@code TA1} for the interchange acknowledgment. */
    public String id() {
        throw new UnsupportedOperationException();
    }

    /** ST01. */
    public String transactionSet() {
        throw new UnsupportedOperationException();
    }

    /** GS01. */
    public String functionalIdentifier() {
        throw new UnsupportedOperationException();
    }

    public String title() {
        throw new UnsupportedOperationException();
    }

    /** Other GS08 values that are read by this guide. */
    public List<String> aliases() {
        throw new UnsupportedOperationException();
    }

    /**
     * What its documents are: {@code professional-claim}, {@code institutional-claim}, {@code claim-payment},
     * {@code claim-acknowledgment}, {@code implementation-acknowledgment}, {@code interchange-acknowledgment}.
     */
    public String vocabulary() {
        throw new UnsupportedOperationException();
    }

    /** Everything that writing this document would complain of, without writing it. The envelope may be absent. */
    public List<Issue> check(ObjectNode document) {
        throw new UnsupportedOperationException();
    }

    /** JSON Schema (2020-12) of a document: every field, its type, lengths, codes; unknown fields are refused. */
    public ObjectNode schema() {
        throw new UnsupportedOperationException();
    }

    /**
     * The JSON pointer of an element of a document as this guide would write it: the way back from a 999's segment
     * position (IK302, ST being 1), element and component (IK403) to the field. The document is the set's documents in
     * the order written.
     *
     * @return index of the document in the list and the pointer inside it, or null when no field stands there
     */
    public Source source(List<ObjectNode> documents, int position, int element, int component) {
        throw new UnsupportedOperationException();
    }

    /** A field of one of several documents. */
    public record Source(int document, String pointer) {}
}
