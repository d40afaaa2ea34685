package org.claimgate.guide;

import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a document's {@code envelope} object in the shape of a guide's documents. */
final class EnvelopeFields {

    private static final String GUIDE = "guide";
    private static final int[] OBJECT = {0};

    private final Map<String, FieldPath> paths = new LinkedHashMap<>();
    private final Shape document;

    /** Makes the envelope the first field of documents. */
    EnvelopeFields(Shape document) {
        this.document = document;
        document.object(Envelope.FIELD, false);
        bind(GUIDE);
        Envelope.of(this::bind);
        Repetition.of(this::bind);
    }

    private String bind(String name) {
        FieldPath path = FieldPath.parse(Envelope.FIELD + "." + name);
        path.bindValue(document, document);
        paths.put(name, path);
        return "";
    }

    /** Null for none. */
    private String text(Content content, String name) {
        FieldPath path = paths.get(name);
        return path.has(content) ? path.text(content) : null;
    }

    Envelope envelope(Content content) {
        return Envelope.of(name -> text(content, name));
    }

    Repetition repetition(Content content) {
        return Repetition.of(name -> text(content, name));
    }

    /** Whether a document says that it is one of this guide, and has an envelope of its own. */
    boolean isAddressed(Content content, Guide guide) {
        return guide.id().equals(text(content, GUIDE))
                && guide.transactionSet().equals(text(content, "transactionSet"))
                && paths.get("interchangeControlNumber").has(content);
    }

    static boolean same(Content one, Content other) {
        return Sameness.at(OBJECT, one, other);
    }
}
