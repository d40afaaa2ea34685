package org.claimgate.guide;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON text being made, in UTF-8. */
final class JsonText {

    private static final int FIRST_SIZE = 4096;
    private static final int LARGE = 1 << 18;
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    private static final byte[] NOTHING = {};
    private static final byte[] UNNAMED = ('"' + Reading.UNNAMED + "\":{").getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[FIRST_SIZE];
    private int length;

    void clear() {
        length = 0;
    }

    int length() {
        return length;
    }

    /** Whether it has grown so much that it is not worth keeping for other text. */
    boolean isLarge() {
        return bytes.length > LARGE;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    JsonNode tree(ObjectMapper json) throws IOException {
        return json.readTree(bytes, 0, length);
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    JsonText add(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    JsonText add(byte[] text) {
        return add(text, 0, text.length);
    }

    JsonText add(byte[] text, int from, int to) {
        reserve(to - from);
        System.arraycopy(text, from, bytes, length, to - from);
        length += to - from;
        return this;
    }

    JsonText add(JsonText other, int from, int to) {
        return add(other.bytes, from, to);
    }

    /** Takes back a comma that nothing followed. */
    private void endList(char end) {
        if (bytes[length - 1] == ',') {
            length--;
        }
        add(end);
    }

    /** Fields of an object, each with a comma behind it, the braces left out. */
    JsonText fields(Content content) {
        for (int word = 0; word < content.words(); word++) {
            for (long left = content.filled(word); left != 0; left &= left - 1) {
                field(content, Content.slot(word, left));
            }
        }
        return kept(content.kept());
    }

    /** One field with a comma behind it. */
    void field(Content content, int slot) {
        Shape.Slot field = content.fields[slot];
        if (field.kind() == Shape.Kind.VALUE) {
            value(field.key(), content.scope, content.value(slot));
            return;
        }
        add(field.key());
        switch (field.kind()) {
            case OBJECT -> object(content.object(slot));
            case VALUES -> values(content, slot);
            default -> items(content, slot);
        }
        add(',');
    }

    private void object(Content content) {
        add('{');
        fields(content);
        endList('}');
    }

    private void items(Content content, int slot) {
        add('[');
        for (int i = 0; i < content.count(slot); i++) {
            object(content.item(slot, i));
            add(',');
        }
        endList(']');
    }

    private void values(Content content, int slot) {
        add('[');
        for (int i = 0; i < content.count(slot); i++) {
            value(NOTHING, content.scope, content.value(slot, i));
        }
        endList(']');
    }

    /**
     * A value with a comma behind it.
     *
     * @param before what stands before its quotation marks
     */
    private void value(byte[] before, Scope scope, long value) {
        int start = Content.start(value);
        int size = Content.length(value);
        reserve(before.length + size + 3);
        System.arraycopy(before, 0, bytes, length, before.length);
        length += before.length;
        bytes[length++] = '"';
        if ((value & Content.ESCAPED) != 0) {
            escaped(scope.text(), start, start + size);
            add('"').add(',');
            return;
        }
        System.arraycopy(scope.text(), start, bytes, length, size);
        length += size;
        bytes[length++] = '"';
        bytes[length++] = ',';
    }

    private void escaped(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = text[i];
            if (b == '"' || b == '\\') {
                add('\\').add((char) b);
            } else if (b >= 0 && b < ' ') {
                add('\\').add('u').add('0').add('0').add((char) HEX[b >> 4]).add((char) HEX[b & 15]);
            } else {
                reserve(1);
                bytes[length++] = b;
            }
        }
    }

    private JsonText kept(Map<String, Object> kept) {
        if (kept == null) {
            return this;
        }
        add(UNNAMED);
        kept.forEach((name, value) -> {
            string(name);
            add(':');
            if (value instanceof List<?> texts) {
                add('[');
                texts.forEach(text -> {
                    string((String) text);
                    add(',');
                });
                endList(']');
            } else {
                string((String) value);
            }
            add(',');
        });
        endList('}');
        return add(',');
    }

    private void string(String text) {
        add('"').add(JsonStringEncoder.getInstance().quoteAsUTF8(text)).add('"');
    }

    /** An object that several layers have a part of: of a value that more than one has, the last one counts. */
    JsonText merged(List<Content> layers) {
        for (int word = 0; word < layers.get(0).words(); word++) {
            long left = 0;
            for (int i = 0; i < layers.size(); i++) {
                left |= layers.get(i).filled(word);
            }
            for (; left != 0; left &= left - 1) {
                mergedField(layers, Content.slot(word, left));
            }
        }
        return mergedKept(layers);
    }

    /** The values without a name that any layer has. */
    JsonText mergedKept(List<Content> layers) {
        Map<String, Object> kept = null;
        for (int i = 0; i < layers.size(); i++) {
            Content layer = layers.get(i);
            if (kept == null) {
                kept = layer.kept();
            } else if (layer.kept() != null) {
                kept = new LinkedHashMap<>(kept);
                kept.putAll(layer.kept());
            }
        }
        return kept(kept);
    }

    /** One field of such an object with a comma behind it; nothing if no layer has it. */
    void mergedField(List<Content> layers, int slot) {
        int having = 0;
        Content last = null;
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).has(slot)) {
                having++;
                last = layers.get(i);
            }
        }
        if (having == 0) {
            return;
        }
        Shape.Slot field = last.fields[slot];
        if (having == 1 || field.kind() != Shape.Kind.OBJECT) {
            field(last, slot);
            return;
        }
        add(field.key()).add('{');
        merged(objects(layers, slot));
        endList('}');
        add(',');
    }

    /** The fields of an object that any layer has, the braces left out. */
    void mergedFields(List<Content> layers, int slot) {
        List<Content> objects = objects(layers, slot);
        if (!objects.isEmpty()) {
            merged(objects);
        }
    }

    private static List<Content> objects(List<Content> layers, int slot) {
        List<Content> objects = new ArrayList<>(layers.size());
        for (Content layer : layers) {
            if (layer.has(slot)) {
                objects.add(layer.object(slot));
            }
        }
        return objects;
    }

    /** Ends the outermost object. */
    void end() {
        endList('}');
    }
}
