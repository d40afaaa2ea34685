package org.claimgate.guide;

import java.util.Arrays;

/**
 * Reads documents from lines of JSON without a tree, as long as they are plain: objects, arrays and texts of ASCII without
 * escapes, every field known to the guide, nothing empty, nothing twice. That is how {@link Document} writes them. What is anything
 * else is refused, and is for a JSON library to read: whatever is accepted here, that would read the same.
 *
 * <p>What stands around records is the same in one document after another: a field of the outermost object that begins with the
 * bytes that it had in the document before, ends with them, and is taken from there.
 */
final class PlainJson {

    /** Longer texts are for the JSON library to judge. */
    private static final int LONGEST_TEXT = 1_000;

    /** What field came after which in the last object of a kind: it mostly does again. */
    private static final class Order {

        private final int[] following;
        private final Order[] inside;

        private Order(Shape shape) {
            following = new int[shape.size() + 1];
            inside = new Order[shape.size()];
        }

        private Order inside(int slot, Shape inner) {
            if (inside[slot] == null) {
                inside[slot] = new Order(inner);
            }
            return inside[slot];
        }
    }

    private final Order order;
    private byte[] bytes;
    private int at;
    private int end;
    private Content document;

    private Content before;
    private byte[] textBefore = {};
    /** Where the fields of the document before stand in its text. */
    private final int[] startsBefore;

    private final int[] endsBefore;
    private final int[] starts;
    private final int[] ends;

    PlainJson(Shape shape) {
        order = new Order(shape);
        startsBefore = new int[shape.size()];
        endsBefore = new int[shape.size()];
        starts = new int[shape.size()];
        ends = new int[shape.size()];
    }

    /** The document that was read last: it must stay as it is until the next one is read. */
    Content before() {
        return before;
    }

    /** Fills an empty document; false, and the document to be thrown away, when the text is not plain. */
    boolean read(byte[] text, int from, int to, Content empty) {
        bytes = text;
        at = from;
        end = to;
        document = empty;
        Arrays.fill(ends, 0);
        skipBlanks();
        if (!object(empty, order) || !isOver()) {
            return false;
        }
        remember(from, to);
        return true;
    }

    private void remember(int from, int to) {
        if (textBefore.length < to - from) {
            textBefore = new byte[2 * (to - from)];
        }
        System.arraycopy(bytes, from, textBefore, 0, to - from);
        for (int slot = 0; slot < starts.length; slot++) {
            startsBefore[slot] = starts[slot] - from;
            endsBefore[slot] = ends[slot] - from;
        }
        before = document;
    }

    private boolean isOver() {
        skipBlanks();
        return at == end;
    }

    private boolean object(Content content, Order usual) {
        if (!take('{')) {
            return false;
        }
        int last = 0;
        do {
            skipBlanks();
            int slot = field(content, usual.following[last]);
            if (slot < 0 || content.has(slot)) {
                return false;
            }
            skipBlanks();
            if (!(content == document ? outermost(slot) : value(content, slot, usual))) {
                return false;
            }
            usual.following[last] = slot;
            last = slot + 1;
            skipBlanks();
        } while (take(','));
        return take('}');
    }

    /** The slot of the field whose name comes next; negative if there is none. */
    private int field(Content content, int expected) {
        if (expected < content.fields.length) {
            byte[] name = content.fields[expected].key();
            if (end - at > name.length && Arrays.equals(bytes, at, at + name.length, name, 0, name.length)) {
                at += name.length;
                return expected;
            }
        }
        if (!take('"')) {
            return -1;
        }
        int from = at;
        while (at < end && bytes[at] != '"') {
            at++;
        }
        int slot = content.shape.find(bytes, from, at);
        at++;
        skipBlanks();
        return take(':') ? slot : -1;
    }

    private boolean outermost(int slot) {
        int start = at;
        int length = endsBefore[slot] - startsBefore[slot];
        boolean same = before != null
                && before.has(slot)
                && length <= end - at
                && Arrays.equals(bytes, at, at + length, textBefore, startsBefore[slot], endsBefore[slot]);
        if (same) {
            at += length;
            document.take(slot, before);
        } else if (!value(document, slot, order)) {
            return false;
        }
        starts[slot] = start;
        ends[slot] = at;
        return true;
    }

    private boolean value(Content content, int slot, Order usual) {
        Shape.Slot field = content.fields[slot];
        return switch (field.kind()) {
            case VALUE -> text(content, slot);
            case OBJECT -> object(content.object(slot), usual.inside(slot, field.inner()));
            case VALUES -> take('[') && values(content, slot);
            case OBJECTS -> take('[') && objects(content, slot, usual.inside(slot, field.inner()));
        };
    }

    private boolean text(Content content, int slot) {
        int from = at + 1;
        if (!text() || at - 1 == from) {
            return false;
        }
        content.putPlain(slot, bytes, from, at - 1);
        return true;
    }

    private boolean values(Content content, int slot) {
        do {
            skipBlanks();
            int from = at + 1;
            if (!text()) {
                return false;
            }
            content.addPlain(slot, bytes, from, at - 1);
            skipBlanks();
        } while (take(','));
        return take(']');
    }

    private boolean objects(Content content, int slot, Order usual) {
        do {
            skipBlanks();
            if (!object(content.newItem(slot), usual)) {
                return false;
            }
            skipBlanks();
        } while (take(','));
        return take(']');
    }

    /** Steps behind a text and its quotation marks. */
    private boolean text() {
        if (!take('"')) {
            return false;
        }
        byte[] text = bytes;
        int last = Math.min(end, at + LONGEST_TEXT);
        for (int i = at; i < last; i++) {
            byte b = text[i];
            if (b == '"') {
                at = i + 1;
                return true;
            }
            if (b < ' ' || b == '\\') {
                return false;
            }
        }
        return false;
    }

    private boolean take(char wanted) {
        boolean there = at < end && bytes[at] == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private void skipBlanks() {
        while (at < end && bytes[at] <= ' ' && isBlank(bytes[at])) {
            at++;
        }
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }
}
