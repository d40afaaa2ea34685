package org.claimgate.guide;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.claimgate.x12.Slice;

/** What one loop on the way to the record puts into a document: an object of the document's shape, and the text of its values. */
final class Scope {

    private static final int FIRST_SIZE = 1024;

    /** Half of a surrogate pair: no character, and not to be had in UTF-8. */
    private static final Pattern HALF = Pattern.compile("\\p{Cs}");

    /** Stands in for it, so that it is refused where it would be written. */
    private static final String NO_CHARACTER = "\u0080";

    private final Content root;
    private final Origins origins = new Origins();
    private byte[] text = new byte[FIRST_SIZE];
    private int length;
    private int changes;

    Scope(Shape document) {
        this.root = new Content(document, this);
    }

    Content root() {
        return root;
    }

    Origins origins() {
        return origins;
    }

    byte[] text() {
        return text;
    }

    /** Grows with every change: text made of the scope is good as long as this is the same. */
    int changes() {
        return changes;
    }

    void changed() {
        changes++;
    }

    void clear() {
        root.clear();
        origins.clear();
        length = 0;
        changes++;
    }

    /** Copies a value into the text. */
    long add(Slice value) {
        if (value.isPlain()) {
            return addPlain(value.bytes(), value.from(), value.to());
        }
        changes++;
        byte[] bytes = value.bytes();
        int from = value.from();
        int size = value.to() - from;
        reserve(size);
        int start = length;
        boolean plain = true;
        for (int i = 0; i < size; i++) {
            byte b = bytes[from + i];
            plain &= b >= ' ' && b != '"' && b != '\\';
            text[start + i] = b;
        }
        if (plain) {
            length += size;
            return (long) start << 32 | size;
        }
        return addUnusual(value.toString());
    }

    /** The same of bytes that are known to be plain. */
    long addPlain(byte[] bytes, int from, int to) {
        changes++;
        reserve(to - from);
        System.arraycopy(bytes, from, text, length, to - from);
        length += to - from;
        return (long) (length - to + from) << 32 | (to - from);
    }

    /** The same of a text. */
    long add(String value) {
        changes++;
        int size = value.length();
        reserve(size);
        int start = length;
        boolean plain = true;
        for (int i = 0; i < size; i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                return addUnusual(value);
            }
            plain &= c >= ' ' && c != '"' && c != '\\';
            text[start + i] = (byte) c;
        }
        length += size;
        return (long) start << 32 | size | (plain ? 0 : Content.ESCAPED);
    }

    /** A value that is not plain ASCII is kept as UTF-8, whatever it came as. */
    private long addUnusual(String value) {
        byte[] unicode = HALF.matcher(value).replaceAll(NO_CHARACTER).getBytes(StandardCharsets.UTF_8);
        reserve(unicode.length);
        System.arraycopy(unicode, 0, text, length, unicode.length);
        int start = length;
        length += unicode.length;
        return (long) start << 32 | unicode.length | Content.ESCAPED;
    }

    private void reserve(int more) {
        if (text.length - length < more) {
            text = Arrays.copyOf(text, Math.max(2 * text.length, length + more));
        }
    }

    static boolean same(Scope one, long value, Scope other, long second) {
        int start = Content.start(value);
        int otherStart = Content.start(second);
        return Arrays.equals(
                one.text,
                start,
                start + Content.length(value),
                other.text,
                otherStart,
                otherStart + Content.length(second));
    }
}
