package org.claimgate.guide;

import java.util.LinkedHashMap;
import java.util.List;
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
        Envelope.of(this::bind, true);
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

    Envelope envelope(Content content, Guide guide) {
        return Envelope.of(name -> text(content, name), guide.isGrouped());
    }

    /** Whether a document has nothing beside it: no segment would come of it. */
    boolean isAlone(Content content) {
        for (int slot = OBJECT[0] + 1; slot < content.fields.length; slot++) {
            if (content.has(slot)) {
                return false;
            }
        }
        return !content.keepsAnything();
    }

    /** An issue for each field that is there and is no text. */
    List<Issue> misfits(Content content) {
        return paths.values().stream()
                .filter(path -> Content.isMisfit(path.value(content)))
                .map(path -> Issue.error(
                        "JSON:type",
                        "expected a text, not " + path.text(content),
                        Place.NOWHERE,
                        path.pointer(content),
                        null))
                .toList();
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
