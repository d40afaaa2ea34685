package org.claimgate.x12;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes segments and the envelope around them; keeps counts. Trailing empty elements and components are left out.
 *
 * <p>A value that holds a delimiter or a control character is refused: {@link #put} returns false and leaves the
 * place empty, unless a replacement was given. Text is UTF-8. An envelope field that cannot be written (too long for
 * its place, a delimiter in it) is the caller's mistake and throws {@link IllegalArgumentException}.
 */
public final class SegmentWriter implements AutoCloseable {

    private static final int MAXIMUM_ELEMENT = 2047;
    private static final int MAXIMUM_REPETITION = 4095;
    private static final int MAXIMUM_COMPONENT = 255;

    private final OutputWindow out;
    private final Delimiters delimiters;
    private final byte[] lineBreak;
    private final Character replacement;
    private final boolean[] forbidden = new boolean[256];

    private String id;
    private int[] keys = new int[32];
    /** Where each value begins in the text of the segment, and how long it is. */
    private int[] starts = new int[32];

    private int[] lengths = new int[32];
    private int count;
    private byte[] text = new byte[512];
    private int used;

    private int positionInSet;
    private int savedPosition;
    private String setControlNumber;
    private String groupControlNumber;
    private String interchangeControlNumber;
    private int sets;
    private int groups;

    /**
     * @param lineBreak written behind every terminator: "", "\n" or "\r\n"
     * @param replacement stands in for a delimiter or control character inside data; null refuses such data
     */
    public SegmentWriter(OutputStream out, Delimiters delimiters, String lineBreak, Character replacement) {
        this.out = new OutputWindow(out);
        this.delimiters = delimiters;
        this.lineBreak = lineBreak.getBytes(StandardCharsets.ISO_8859_1);
        this.replacement = replacement;
        IsaLayout.Objection objection = IsaLayout.objection(delimiters);
        if (objection != null) {
            throw new IllegalArgumentException(objection.message());
        }
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

    /** Writes the ISA, padded to its fixed 106 bytes, with this writer's delimiters. */
    public void beginInterchange(Interchange header) throws IOException {
        if (interchangeControlNumber != null) {
            throw new IllegalStateException("the interchange before this one is not ended");
        }
        String[] fields = {
            header.security().authorizationQualifier(),
            header.security().authorization(),
            header.security().securityQualifier(),
            header.security().security(),
            header.senderQualifier(),
            header.senderId(),
            header.receiverQualifier(),
            header.receiverId(),
            header.date(),
            header.time(),
            null,
            header.version(),
            header.controlNumber(),
            header.acknowledgmentRequested(),
            header.usageIndicator()
        };
        for (int element = 1; element <= fields.length; element++) {
            checkIsa(element, fields[element - 1]);
        }
        ascii("ISA");
        for (int element = 1; element <= fields.length; element++) {
            out.put(delimiters.element());
            if (element == 11) {
                out.put(delimiters.repetition() == 0 ? (byte) 'U' : delimiters.repetition());
            } else {
                padded(fields[element - 1], IsaLayout.width(element));
            }
        }
        out.put(delimiters.element());
        out.put(delimiters.component());
        terminate();
        interchangeControlNumber = header.controlNumber();
        groups = 0;
    }

    public void beginGroup(FunctionalGroup header) throws IOException {
        if (interchangeControlNumber == null || groupControlNumber != null) {
            throw new IllegalStateException("a functional group stands in an interchange, beside other groups");
        }
        fields(
                "GS",
                header.functionalIdentifier(),
                header.applicationSender(),
                header.applicationReceiver(),
                header.date(),
                header.time(),
                header.controlNumber(),
                header.responsibleAgency(),
                header.version());
        groupControlNumber = header.controlNumber();
        groups++;
        sets = 0;
        end();
    }

    public void beginSet(TransactionSet header) throws IOException {
        if (groupControlNumber == null || setControlNumber != null) {
            throw new IllegalStateException("a transaction set stands in a functional group, beside other sets");
        }
        fields("ST", header.identifier(), header.controlNumber(), header.implementationReference());
        positionInSet = 0;
        setControlNumber = header.controlNumber();
        sets++;
        end();
    }

    /** Starts a segment; the one before it must have been ended. */
    public void begin(String id) {
        if (this.id != null) {
            throw new IllegalStateException("segment " + this.id + " is not ended");
        }
        this.id = id;
    }

    /** Puts a simple element. False: refused because of a character that the interchange cannot carry. */
    public boolean put(int element, CharSequence value) {
        return put(element, 1, 1, value);
    }

    /**
     * Puts one component of one repetition of an element. Places may be filled in any order; a later value of the same
     * place counts. Null and the empty string leave the place empty. A second repetition is refused where the
     * delimiters have no repetition separator.
     */
    public boolean put(int element, int repetition, int component, CharSequence value) {
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

    /** Drops the segment that was begun. */
    public void discard() {
        id = null;
        count = 0;
        used = 0;
    }

    /** Ends and writes the segment. */
    public void end() throws IOException {
        if (id == null) {
            throw new IllegalStateException("no segment was begun");
        }
        long start = out.place();
        ascii(id);
        int element = 0;
        int repetition = 1;
        int component = 1;
        for (int i = 0; i < count; i++) {
            if (lengths[i] == 0) {
                continue;
            }
            int key = keys[i];
            if (key >>> 20 > element) {
                fill(delimiters.element(), key >>> 20, element);
                element = key >>> 20;
                repetition = 1;
                component = 1;
            }
            if ((key >>> 8 & MAXIMUM_REPETITION) > repetition) {
                fill(delimiters.repetition(), key >>> 8 & MAXIMUM_REPETITION, repetition);
                repetition = key >>> 8 & MAXIMUM_REPETITION;
                component = 1;
            }
            fill(delimiters.component(), key & MAXIMUM_COMPONENT, component);
            component = key & MAXIMUM_COMPONENT;
            out.put(text, starts[i], lengths[i]);
        }
        discard();
        out.settle(start);
        terminate();
    }

    /** Position inside its set of the segment written last, ST being 1. */
    public int positionInSet() {
        return positionInSet;
    }

    /**
     * Called between two segments, right before the {@link #begin} of one whose last data byte is a placeholder, such
     * as HL04. Output from that segment on is kept in memory until {@link #release} is called with the returned mark.
     * Several marks may be open at once, one per segment; they may be released in any order.
     */
    public long hold() {
        if (id != null) {
            throw new IllegalStateException("segment " + id + " is not ended");
        }
        return out.mark();
    }

    /**
     * Replaces the last data byte (the one before the terminator) of the segment that was written right after
     * {@link #hold()}, and closes the mark. Every mark must be released before {@link #close()}.
     */
    public void release(long mark, char lastByte) throws IOException {
        out.release(mark, (byte) lastByte);
        out.flushIfLarge();
    }

    /**
     * Called between two segments of a set: the segments from here on can be taken back until they are kept. Memory holds them as
     * long.
     */
    public void save() {
        savedPosition = positionInSet;
        out.save();
    }

    /** Keeps the segments since {@link #save()}. */
    public void keep() throws IOException {
        out.keep();
    }

    /** Takes back the segments since {@link #save()}, and what was released since then. */
    public void takeBack() {
        positionInSet = savedPosition;
        out.takeBack();
    }

    /** Writes SE with the segment count. */
    public void endSet() throws IOException {
        fields("SE", Integer.toString(positionInSet + 1), setControlNumber);
        end();
        setControlNumber = null;
    }

    /** Writes GE with the count of sets. */
    public void endGroup() throws IOException {
        fields("GE", Integer.toString(sets), groupControlNumber);
        end();
        groupControlNumber = null;
    }

    /** Writes IEA with the count of functional groups. */
    public void endInterchange() throws IOException {
        fields("IEA", Integer.toString(groups), interchangeControlNumber);
        end();
        interchangeControlNumber = null;
    }

    /** Flushes, without closing the stream underneath. */
    @Override
    public void close() throws IOException {
        out.flush();
    }

    /** The elements of the open segment that have a value, a bit for each position up to 63. */
    public long present() {
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
    public boolean carries(String value) {
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

    private void ascii(String value) {
        for (int i = 0; i < value.length(); i++) {
            out.put((byte) value.charAt(i));
        }
    }

    private void fill(byte separator, int wanted, int have) {
        for (int i = have; i < wanted; i++) {
            out.put(separator);
        }
    }

    private void checkIsa(int element, String value) {
        if (value == null) {
            return;
        }
        int width = IsaLayout.width(element);
        if (value.length() > width || !value.chars().allMatch(c -> c < 0x80) || !carries(value)) {
            throw new IllegalArgumentException(
                    String.format("ISA%02d must be at most %d ASCII characters without delimiters", element, width));
        }
    }

    private void padded(String value, int width) {
        String padded = value == null ? "" : value;
        ascii(padded);
        for (int i = padded.length(); i < width; i++) {
            out.put((byte) ' ');
        }
    }

    private void fields(String name, String... fields) {
        begin(name);
        for (int i = 0; i < fields.length; i++) {
            if (!put(i + 1, fields[i])) {
                discard();
                throw new IllegalArgumentException(
                        String.format("%s%02d holds a character that the interchange cannot carry", name, i + 1));
            }
        }
    }

    private void terminate() throws IOException {
        out.put(delimiters.terminator());
        out.put(lineBreak, 0, lineBreak.length);
        if (setControlNumber != null) {
            positionInSet++;
        }
        out.flushIfLarge();
    }
}
