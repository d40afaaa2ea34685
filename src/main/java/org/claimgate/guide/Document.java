package org.claimgate.guide;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One record of a guide with the fields of the loops around it and an {@code envelope} object. Good until the handler that
 * got it returns; {@link #json()} is for keeping.
 */
public final class Document {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ENVELOPE = 0;

    /** The fields of one layer as text, each where it begins. */
    private static final class Rendered {

        private final JsonText text = new JsonText();
        private final int[] starts;
        private Scope scope;
        private int changes;
        private boolean made;

        private Rendered(int slots) {
            starts = new int[slots + 1];
        }

        /** Makes text of the scope once a second document needs it. */
        private void render(Scope newScope) {
            boolean again = scope == newScope && changes == newScope.changes();
            if (!again) {
                scope = newScope;
                changes = newScope.changes();
                made = false;
            } else if (!made) {
                made = true;
                render();
            }
        }

        private void render() {
            text.clear();
            for (int slot = 0; slot < starts.length - 1; slot++) {
                starts[slot] = text.length();
                if (slot != ENVELOPE && scope.root().has(slot)) {
                    text.field(scope.root(), slot);
                }
            }
            starts[starts.length - 1] = text.length();
        }
    }

    private final Shape shape;
    private final List<Content> layers = new ArrayList<>();
    private final List<Rendered> rendered = new ArrayList<>();
    private final JsonText text = new JsonText();
    private byte[] envelope;
    private boolean made;

    Document(Shape shape) {
        this.shape = shape;
    }

    /** @param fields JSON text of the envelope's own fields, without braces */
    void inside(byte[] fields) {
        envelope = fields;
    }

    /** Begins a new document. */
    void clear() {
        layers.clear();
        made = false;
    }

    /** Lays the fields of a loop over those of the loops around it. */
    void add(Scope scope) {
        layers.add(scope.root());
    }

    /** Whether any layer has something at the end of a way. */
    boolean has(int[] way) {
        for (Content layer : layers) {
            if (layer.has(way)) {
                return true;
            }
        }
        return false;
    }

    /** Whether any layer keeps a value of one of these loops, in the object at the end of a way. */
    boolean keeps(int[] way, Set<String> loopIds) {
        for (Content layer : layers) {
            Content content = layer.at(way);
            if (content != null
                    && content.kept() != null
                    && keeps(content.kept().keySet(), loopIds)) {
                return true;
            }
        }
        return false;
    }

    private static boolean keeps(Set<String> names, Set<String> loopIds) {
        return loopIds.stream().anyMatch(id -> names.stream().anyMatch(name -> name.startsWith(id + ".")));
    }

    /** Writes the document as one line of JSON, without a line break. */
    public void writeTo(OutputStream out) throws IOException {
        make();
        text.writeTo(out);
    }

    /** The document as a tree of its own. */
    public ObjectNode json() {
        make();
        try {
            return (ObjectNode) JSON.readTree(text.copy());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void make() {
        if (!made) {
            made = true;
            text.clear();
            appendTo(text);
        }
    }

    /** Adds the document to a text, without a line break. */
    void appendTo(JsonText text) {
        text.add('{').add(shape.slot(ENVELOPE).key()).add('{').add(envelope).add(',');
        text.mergedFields(layers, ENVELOPE);
        text.end();
        text.add(',');
        addLayers(text);
        text.end();
    }

    private void addLayers(JsonText text) {
        int last = layers.size() - 1;
        renderAround(last);
        for (int slot = ENVELOPE + 1; slot < shape.size(); slot++) {
            int having = 0;
            int layer = -1;
            for (int i = 0; i <= last; i++) {
                if (layers.get(i).has(slot)) {
                    having++;
                    layer = i;
                }
            }
            if (having > 1) {
                text.mergedField(layers, slot);
            } else if (layer >= 0 && layer < last && rendered.get(layer).made) {
                Rendered around = rendered.get(layer);
                text.add(around.text, around.starts[slot], around.starts[slot + 1]);
            } else if (layer >= 0) {
                text.field(layers.get(layer), slot);
            }
        }
        text.mergedKept(layers);
    }

    /** What stands around a record is the same for many, and is made into text once. */
    private void renderAround(int last) {
        for (int i = 0; i < last; i++) {
            if (rendered.size() == i) {
                rendered.add(new Rendered(shape.size()));
            }
            rendered.get(i).render(layers.get(i).scope);
        }
    }
}
