package org.claimgate.x12;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The values of a segment being written, as bytes, in the order of their places. */
final class SegmentDraft {

    private static final int MAXIMUM_ELEMENT = 2047;
    private static final int MAXIMUM_REPETITION = 4095;
    private static final int MAXIMUM_COMPONENT = 255;

    private final Delimiters delimiters;
    private final Character replacement;
    private final boolean[] forbidden = new boolean[256];

    private int[] keys = new int[32];
    /** Where each value begins in the text of the segment, and how long it is. */
    private int[] starts = new int[32];

    private int[] lengths = new int[32];
    private int count;
    private byte[] text = new byte[512];
    private int used;

    /** @param replacement stands in for a delimiter or control character inside data; null refuses such data */
    SegmentDraft(Delimiters delimiters, Character replacement) {
        this.delimiters = delimiters;
        this.replacement = replacement;
        for (int value = 0; value < forbidden.length; value++) {
            forbidden[value] = value < ' ' || value == 0x7F;
        }
        forbidden[delimiters.element() & 0xFF] = true;
        forbidden[delimiters.repetition() & 0xFF] = true;
        forbidden[delimiters.component() & 0xFF] = true;
        forbidden[delimiters.terminator() & 0xFF] = true;
        if (replacement != null && (replacement >= 0x7F || forbidden[replacement])) {
            throw new IllegalArgumentException("the replacement must be an ASCII character that is no delimiter");
        }
    }

    void clear() {
        count = 0;
        used = 0;
    }

    /** Puts a value into its place, as {@link SegmentWriter#put(int, int, int, CharSequence)} says. */
    boolean put(int element, int repetition, int component, CharSequence value) {
        if (element < 1
                || element > MAXIMUM_ELEMENT
                || repetition < 1
                || repetition > MAXIMUM_REPETITION
                || component < 1
                || component > MAXIMUM_COMPONENT) {
            throw new IllegalArgumentException("no such place: " + element + ", " + repetition + ", " + component);
        }
        int start = used;
        boolean accepted = value == null || value.length() == 0;
        if (!accepted && (repetition == 1 || delimiters.repetition() != 0)) {
            accepted = value instanceof Slice slice ? append(slice) : append(value.toString());
        }
        used = accepted ? used : start;
        store(element << 20 | repetition << 8 | component, start);
        return accepted;
    }

    /** Adds a value to the text of the segment; false where it holds a character that cannot stand there. */
    private boolean append(Slice value) {
        byte[] bytes = value.bytes();
        int length = value.length();
        int from = value.from();
        reserve(length);
        for (int i = 0; i < length; i++) {
            byte b = bytes[from + i];
            if (b < 0 || forbidden[b]) {
                return append(value.toString());
            }
            text[used + i] = b;
        }
        used += length;
        return true;
    }

    private boolean append(String value) {
        reserve(3 * value.length());
        int at = used;
        for (int i = 0; i < value.length(); ) {
            int point = value.codePointAt(i);
            boolean carried = carries(point);
            if (!carried && replacement == null) {
                return false;
            }
            if (point < 0x80 || !carried) {
                text[at++] = (byte) (carried ? point : replacement);
            } else {
                byte[] encoded = Character.toString(point).getBytes(StandardCharsets.UTF_8);
                System.arraycopy(encoded, 0, text, at, encoded.length);
                at += encoded.length;
            }
            i += Character.charCount(point);
        }
        used = at;
        return true;
    }

    private void reserve(int more) {
        if (text.length - used < more) {
            text = Arrays.copyOf(text, Math.max(2 * text.length, used + more));
        }
    }

    /** Writes the values with the separators before them; trailing empty ones are left out. */
    void writeTo(OutputWindow out) {
        int element = 0;
        int repetition = 1;
        int component = 1;
        for (int i = 0; i < count; i++) {
            if (lengths[i] == 0) {
                continue;
            }
            int key = keys[i];
            if (key >>> 20 > element) {
                fill(out, delimiters.element(), key >>> 20, element);
                element = key >>> 20;
                repetition = 1;
                component = 1;
            }
            if ((key >>> 8 & MAXIMUM_REPETITION) > repetition) {
                fill(out, delimiters.repetition(), key >>> 8 & MAXIMUM_REPETITION, repetition);
                repetition = key >>> 8 & MAXIMUM_REPETITION;
                component = 1;
            }
            fill(out, delimiters.component(), key & MAXIMUM_COMPONENT, component);
            component = key & MAXIMUM_COMPONENT;
            out.put(text, starts[i], lengths[i]);
        }
    }

    private static void fill(OutputWindow out, byte separator, int wanted, int have) {
        for (int i = have; i < wanted; i++) {
            out.put(separator);
        }
    }

    /** The elements of the open segment that have a value, a bit for each position up to 63. */
    long present() {
        long present = 0;
        for (int i = 0; i < count; i++) {
            int element = keys[i] >>> 20;
            if (element < Long.SIZE && lengths[i] > 0) {
                present |= 1L << element;
            }
        }
        return present;
    }

    /** Keeps values, of which the newest ends the text, in the order of their places; they mostly come in that order. */
    private void store(int key, int start) {
        int place = count;
        while (place > 0 && keys[place - 1] > key) {
            place--;
        }
        if (place > 0 && keys[place - 1] == key) {
            starts[place - 1] = start;
            lengths[place - 1] = used - start;
            return;
        }
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
            lengths = Arrays.copyOf(lengths, count * 2);
        }
        if (place < count) {
            System.arraycopy(keys, place, keys, place + 1, count - place);
            System.arraycopy(starts, place, starts, place + 1, count - place);
            System.arraycopy(lengths, place, lengths, place + 1, count - place);
        }
        keys[place] = key;
        starts[place] = start;
        lengths[place] = used - start;
        count++;
    }

    /** Whether every character can stand in data: no delimiter, no control character, nothing that UTF-8 lacks. */
    boolean carries(String value) {
        return value.codePoints().allMatch(this::carries);
    }

    private boolean carries(int point) {
        if (point < 0x80) {
            return !forbidden[point];
        }
        if (point < 0xA0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            return false;
        }
        for (byte value : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
            if (forbidden[value & 0xFF]) {
                return false;
            }
        }
        return true;
    }
}
