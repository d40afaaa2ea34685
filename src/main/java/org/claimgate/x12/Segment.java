package org.claimgate.x12;

import java.util.Arrays;

/**
 * One segment as a view on the reader's buffer: valid until the reader moves on. Elements, repetitions and components
 * are counted from 1, as X12 does. A value that is absent reads as the empty string. Values are UTF-8 where they are
 * valid UTF-8, ISO-8859-1 otherwise.
 */
public final class Segment {

    private static final int ID_CACHE = 256;

    /** Element i stands at starts[i] to starts[i + 1] - 1; the identifier is element 0. */
    final int[] starts;

    private byte[] bytes;
    int elements;
    private byte componentSeparator;
    private byte repetitionSeparator;
    private Delimiters delimiters;
    private InnerBytes inner;
    /** Whether it is known that there is nothing in it but plain bytes. */
    private boolean plain;

    long offset;
    long ordinal;

    private final Slice slice = new Slice();
    private final int[] cachedPacked = new int[ID_CACHE];
    private final String[] cachedIds = new String[ID_CACHE];
    private int from;
    private int to;
    /** The element whose first repetition's components are known; 0 for none. */
    private int partsOf;

    private int parts;
    /** Component i of it stands at partStarts[i - 1] to partStarts[i] - 2. */
    private int[] partStarts = new int[16];

    Segment(int maximumElements) {
        starts = new int[maximumElements + 3];
        clear();
    }

    /** Segment identifier, such as {@code NM1}. */
    public String id() {
        int packed = packedId();
        if (packed == 0) {
            return text(0);
        }
        int slot = (packed >>> 16 ^ packed >>> 7 ^ packed) & (ID_CACHE - 1);
        if (cachedPacked[slot] != packed) {
            cachedPacked[slot] = packed;
            cachedIds[slot] = text(0);
        }
        return cachedIds[slot];
    }

    /**
     * The identifier packed into an int: up to three ASCII bytes, the first in the highest place ({@link #packId}).
     * 0 for anything that cannot be an identifier because of its length.
     */
    public int packedId() {
        int start = starts[0];
        switch (starts[1] - 1 - start) {
            case 1:
                return (bytes[start] & 0xFF) << 16;
            case 2:
                return (bytes[start] & 0xFF) << 16 | (bytes[start + 1] & 0xFF) << 8;
            case 3:
                return (bytes[start] & 0xFF) << 16 | (bytes[start + 1] & 0xFF) << 8 | (bytes[start + 2] & 0xFF);
            default:
                return 0;
        }
    }

    /** Packs an identifier of one to three characters for comparison with {@link #packedId()}. */
    public static int packId(String id) {
        if (id.isEmpty() || id.length() > 3) {
            throw new IllegalArgumentException("a segment identifier has one to three characters");
        }
        int packed = 0;
        for (int i = 0; i < 3; i++) {
            packed = packed << 8 | (i < id.length() ? id.charAt(i) & 0xFF : 0);
        }
        return packed;
    }

    /**
     * The elements that have components or repetitions, a bit for each position; those beyond 63 are left out. Whoever asks for
     * it first gets slices that know whether they are plain.
     */
    public long divided() {
        long found = 0;
        boolean allPlain = true;
        int element = 0;
        int end = starts[elements + 1] - 1;
        for (int at = starts[0]; at < end; at += Long.BYTES) {
            for (long marks = inner.marks(bytes, at, end); marks != 0; marks &= marks - 1) {
                int place = at + EightBytes.first(marks);
                if (inner.isSeparator(bytes[place])) {
                    while (starts[element + 1] <= place) {
                        element++;
                    }
                    found |= element < Long.SIZE ? 1L << element : 0;
                } else {
                    allPlain &= InnerBytes.isPlain(bytes[place]);
                }
            }
        }
        plain = allPlain;
        return found;
    }

    /** Number of elements, trailing empty ones included. */
    public int elements() {
        return elements;
    }

    /** Whether the element holds at least one byte. */
    public boolean has(int element) {
        return element <= elements && starts[element + 1] - 1 > starts[element];
    }

    /** The elements that hold at least one byte, a bit for each position; those beyond 63 are left out. */
    public long present() {
        long present = 0;
        int last = Math.min(elements, Long.SIZE - 1);
        for (int element = 1; element <= last; element++) {
            present |= starts[element + 1] - 1 > starts[element] ? 1L << element : 0;
        }
        return present;
    }

    /** The whole element as it stands in the file, component and repetition separators included. */
    public String text(int element) {
        return element > elements ? "" : decode(starts[element], starts[element + 1] - 1);
    }

    /** Number of repetitions of an element; 0 when it is empty. */
    public int repetitions(int element) {
        if (!has(element)) {
            return 0;
        }
        byte separator = repetitionSeparator;
        return separator == 0 ? 1 : 1 + count(separator, starts[element], starts[element + 1] - 1);
    }

    /** Number of components of one repetition of an element, trailing empty ones included; 0 when it is empty. */
    public int components(int element, int repetition) {
        if (!locateRepetition(element, repetition) || from == to) {
            return 0;
        }
        return 1 + count(componentSeparator, from, to);
    }

    /** The same of the first repetition, at least 1 where there is such an element. */
    public int components(int element) {
        if (element != partsOf) {
            divide(element);
        }
        return parts;
    }

    /** The components of the first repetition that hold something, a bit for each place; those beyond 63 are left out. */
    public long presentComponents(int element) {
        long present = 0;
        for (int part = Math.min(components(element), Long.SIZE - 1); part > 0; part--) {
            present |= partStarts[part] - 1 > partStarts[part - 1] ? 1L << part : 0;
        }
        return present;
    }

    public String text(int element, int repetition, int component) {
        return locate(element, repetition, component) ? decode(from, to) : "";
    }

    /** Points at the whole element as it stands in the file; at nothing if it is absent. */
    public void locate(int element, Slice value) {
        if (element > elements) {
            value.set(bytes, 0, 0, plain);
            return;
        }
        value.set(bytes, starts[element], starts[element + 1] - 1, plain);
    }

    /** Points at one component; at nothing if it is absent. */
    public void locate(int element, int repetition, int component, Slice value) {
        boolean found = repetition == 1 ? locateFirst(element, component) : locate(element, repetition, component);
        value.set(bytes, found ? from : 0, found ? to : 0, plain);
    }

    private boolean locateFirst(int element, int component) {
        if (element != partsOf) {
            divide(element);
        }
        if (component > parts) {
            return false;
        }
        from = partStarts[component - 1];
        to = partStarts[component] - 1;
        return true;
    }

    /** Finds the components of the first repetition of an element. */
    private void divide(int element) {
        partsOf = element;
        parts = 0;
        if (element > elements) {
            return;
        }
        int end = starts[element + 1] - 1;
        int at = starts[element];
        partStarts[0] = at;
        for (; at < end; at++) {
            byte b = bytes[at];
            if (b == componentSeparator) {
                part(at + 1);
            } else if (b == repetitionSeparator && b != 0) {
                break;
            }
        }
        part(at + 1);
    }

    private void part(int start) {
        if (++parts == partStarts.length) {
            partStarts = Arrays.copyOf(partStarts, 2 * parts);
        }
        partStarts[parts] = start;
    }

    /** The bytes that the table of elements speaks of. */
    byte[] bytes() {
        return bytes;
    }

    /** The delimiters by which the segment was read. */
    public Delimiters delimiters() {
        return delimiters;
    }

    /** Of the segments that follow. */
    void delimitedBy(Delimiters newDelimiters) {
        delimiters = newDelimiters;
        componentSeparator = newDelimiters.component();
        repetitionSeparator = newDelimiters.repetition();
        inner = new InnerBytes(newDelimiters);
    }

    /** Takes what the table of elements holds for a new segment. */
    void begin(byte[] newBytes) {
        bytes = newBytes;
        partsOf = 0;
        plain = false;
    }

    /**
     * The component of the first repetition as a number ({@link Slice#packed}).
     *
     * @param component 0 for the whole element
     */
    public long packed(int element, int component) {
        if (component == 0) {
            return element > elements ? 0 : EightBytes.packed(bytes, starts[element], starts[element + 1] - 1);
        }
        return locateFirst(element, component) ? EightBytes.packed(bytes, from, to) : 0;
    }

    /** Whether an element (0 for the identifier) holds a control character that is no separator: a fault tells of the first. */
    public boolean holdsControlCharacter(int element) {
        for (int i = starts[element]; element <= elements && i < starts[element + 1] - 1; i++) {
            byte b = bytes[i];
            boolean control = (b >= 0 && b < ' ') || b == 0x7F;
            if (control && b != componentSeparator && b != repetitionSeparator) {
                return true;
            }
        }
        return false;
    }

    /** Byte offset of the segment in the file. */
    public long offset() {
        return offset;
    }

    /** Ordinal of the segment in the file, counted from 1. */
    public long ordinal() {
        return ordinal;
    }

    /** The segment as it stands in the file, without its terminator. For messages and quarantine, never for logs. */
    @Override
    public String toString() {
        return decode(starts[0], starts[elements + 1] - 1);
    }

    void clear() {
        elements = 0;
        partsOf = 0;
        starts[0] = 0;
        starts[1] = 1;
    }

    private boolean locate(int element, int repetition, int component) {
        return locateRepetition(element, repetition) && narrow(componentSeparator, component);
    }

    private boolean locateRepetition(int element, int repetition) {
        if (element > elements) {
            return false;
        }
        from = starts[element];
        to = starts[element + 1] - 1;
        byte separator = repetitionSeparator;
        return separator == 0 ? repetition == 1 : narrow(separator, repetition);
    }

    /** Narrows the place between from and to down to its n-th part; false when it has fewer parts. */
    private boolean narrow(byte separator, int part) {
        int left = part;
        int start = from;
        for (int i = from; i < to; i++) {
            if (bytes[i] == separator) {
                if (--left == 0) {
                    from = start;
                    to = i;
                    return true;
                }
                start = i + 1;
            }
        }
        from = start;
        return left == 1;
    }

    private int count(byte separator, int start, int end) {
        int found = 0;
        for (int i = start; i < end; i++) {
            if (bytes[i] == separator) {
                found++;
            }
        }
        return found;
    }

    private String decode(int start, int end) {
        slice.set(bytes, start, end);
        return slice.toString();
    }
}
