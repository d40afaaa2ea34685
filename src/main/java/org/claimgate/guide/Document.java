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
    /** In the place of a layer: there are several. */
    private static final int SEVERAL = Integer.MAX_VALUE;

    /** The fields of a layer and of those under it as text, each where it begins. */
    private static final class Rendered {

        private final JsonText text = new JsonText();
        private final int[] starts;
        private Scope scope;
        private int changes;
        private boolean made;
        /** How many documents in a row the layer has been the same. */
        private int repeats;

        private Rendered(int slots) {
            starts = new int[slots + 1];
        }

        /** Whether the layer is the same as in the document before. */
        private boolean isSame(Scope newScope) {
            boolean same = scope == newScope && changes == newScope.changes();
            scope = newScope;
            changes = newScope.changes();
            repeats = same ? repeats + 1 : 0;
            return same;
        }

        private void make(List<Content> layers) {
            made = true;
            text.clear();
            starts[ENVELOPE] = 0;
            text.mergedFields(layers, ENVELOPE);
            for (int slot = ENVELOPE + 1; slot < starts.length - 1; slot++) {
                starts[slot] = text.length();
                text.mergedField(layers, slot);
            }
            starts[starts.length - 1] = text.length();
        }

        private boolean has(int slot) {
            return starts[slot + 1] > starts[slot];
        }

        private void addTo(JsonText document, int slot) {
            document.add(text, starts[slot], starts[slot + 1]);
        }
    }

    private final Shape shape;
    private final List<Content> layers = new ArrayList<>();
    private final List<Rendered> rendered = new ArrayList<>();
    private final Rendered nothing;
    private final JsonText text = new JsonText();
    private Envelope around;
    private byte[] envelope;
    private boolean made;

    Document(Shape shape) {
        this.shape = shape;
        this.nothing = new Rendered(shape.size());
    }

    void inside(Envelope newEnvelope, Guide guide, Repetition repetition) {
        around = newEnvelope;
        envelope = around.text(guide, repetition);
    }

    /**
     * Where a field was read: its element, though it may be empty; the first segment of the innermost object around the field
     * where no segment has it, as when its segment is missing.
     */
    public Place place(String pointer) {
        Origins.Origin found = null;
        for (Content layer : layers) {
            found = layer.scope.origins().find(pointer, found);
        }
        return found == null ? around.place() : found.in(around.place());
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
        return tree();
    }

    /** The document as one line of JSON, for keeping. */
    public String text() {
        make();
        return text.toString();
    }

    /** The envelope and some of the other fields, as a tree of its own. */
    public ObjectNode json(Set<String> fields) {
        text.clear();
        // What is in the text is not the document.
        made = false;
        appendTo(text, fields);
        return tree();
    }

    private ObjectNode tree() {
        try {
            return (ObjectNode) text.tree(JSON);
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
        appendTo(text, null);
    }

    /** @param fields those that are wanted beside the envelope; null for all */
    private void appendTo(JsonText text, Set<String> fields) {
        int same = sameLayers();
        Rendered around = same == 0 ? nothing : around(same);
        text.add('{').add(shape.slot(ENVELOPE).key()).add('{').add(envelope).add(',');
        if (layerOf(ENVELOPE, same) < 0) {
            around.addTo(text, ENVELOPE);
        } else {
            text.mergedFields(layers, ENVELOPE);
        }
        text.end();
        text.add(',');
        for (int slot = ENVELOPE + 1; slot < shape.size(); slot++) {
            if (fields == null || fields.contains(shape.slot(slot).name())) {
                addField(text, slot, around, same);
            }
        }
        if (fields == null) {
            text.mergedKept(layers);
        }
        text.end();
    }

    private void addField(JsonText text, int slot, Rendered around, int same) {
        int layer = layerOf(slot, same);
        if (layer < 0) {
            around.addTo(text, slot);
        } else if (around.has(slot) || layer == SEVERAL) {
            text.mergedField(layers, slot);
        } else {
            text.field(layers.get(layer), slot);
        }
    }

    /** The layer, from one on, that has a slot; negative for none. */
    private int layerOf(int slot, int from) {
        int found = -1;
        for (int i = from; i < layers.size(); i++) {
            if (layers.get(i).has(slot)) {
                found = found < 0 ? i : SEVERAL;
            }
        }
        return found;
    }

    /** How many layers are as they were in the document before, the last one not counted. */
    private int sameLayers() {
        int same = 0;
        boolean again = true;
        for (int i = 0; i < rendered.size() || i < layers.size() - 1; i++) {
            if (i == rendered.size()) {
                rendered.add(new Rendered(shape.size()));
            }
            Rendered layer = rendered.get(i);
            again &= i >= layers.size() - 1 || layer.isSame(layers.get(i).scope);
            layer.made &= again;
            same += again && layer.repeats > 1 && i < layers.size() - 1 ? 1 : 0;
        }
        return same;
    }

    /** What stands around a record is the same for many, and is made into text once. */
    private Rendered around(int same) {
        Rendered around = rendered.get(same - 1);
        if (!around.made) {
            around.make(layers.subList(0, same));
        }
        return around;
    }
}
