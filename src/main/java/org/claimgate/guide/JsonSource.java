package org.claimgate.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;

/** The JSON object that the fields of a loop or an array item come from while a document is written. */
final class JsonSource {

    private final JsonSource parent;
    private final FieldPath path;
    private final int index;
    private final JsonNode document;
    private final JsonNode node;

    private JsonSource(JsonSource parent, FieldPath path, int index, JsonNode document, JsonNode node) {
        this.parent = parent;
        this.path = path;
        this.index = index;
        this.document = document;
        this.node = node == null ? MissingNode.getInstance() : node;
    }

    static JsonSource of(JsonNode document) {
        return new JsonSource(null, null, -1, document, document);
    }

    JsonNode node() {
        return node;
    }

    JsonNode document() {
        return document;
    }

    JsonNode base(FieldPath at) {
        return at.fromDocument() ? document : node;
    }

    boolean has(FieldPath at) {
        JsonNode value = at.get(base(at));
        if (value == null) {
            return false;
        }
        return value.isContainerNode() ? !value.isEmpty() : !value.asText().isEmpty();
    }

    String text(FieldPath at) {
        JsonNode value = at.get(base(at));
        return value == null ? "" : value.asText();
    }

    /** The value kept under a systematic name, or null. */
    String kept(String name) {
        JsonNode kept = node.path(Reading.UNNAMED).get(name);
        return kept == null ? null : kept.asText();
    }

    /** Whether there are values under systematic names. */
    boolean keepsAnything() {
        return node.has(Reading.UNNAMED);
    }

    /** Whether a value is kept under a systematic name that begins so. */
    boolean keeps(String beginning) {
        JsonNode kept = node.get(Reading.UNNAMED);
        if (kept == null) {
            return false;
        }
        Iterator<String> names = kept.fieldNames();
        while (names.hasNext()) {
            if (names.next().startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    /** Length of an array; 0 when there is none. */
    int size(FieldPath at) {
        JsonNode value = at.get(base(at));
        return value != null && value.isArray() ? value.size() : 0;
    }

    JsonSource object(FieldPath at) {
        return new JsonSource(this, at, -1, document, at.get(base(at)));
    }

    JsonSource item(FieldPath at, int item) {
        JsonNode items = at.get(base(at));
        return new JsonSource(this, at, item, document, items == null ? null : items.get(item));
    }

    List<JsonSource> items(FieldPath at) {
        int size = size(at);
        return new AbstractList<>() {
            @Override
            public JsonSource get(int item) {
                return item(at, item);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    String pointer() {
        if (parent == null) {
            return "";
        }
        return parent.pointer(path) + (index < 0 ? "" : "/" + index);
    }

    String pointer(FieldPath at) {
        return at.fromDocument() ? at.pointer() : pointer() + at.pointer();
    }
}
