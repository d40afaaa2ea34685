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
    private String[] values = new String[32];
    private int count;

    private int positionInSet;
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
        text("ISA");
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
    public boolean put(int element, String value) {
        return put(element, 1, 1, value);
    }

    /**
     * Puts one component of one repetition of an element. Places may be filled in any order; a later value of the same
     * place counts. Null and the empty string leave the place empty. A second repetition is refused where the
     * delimiters have no repetition separator.
     */
    public boolean put(int element, int repetition, int component, String value) {
        if (element < 1
                || element > MAXIMUM_ELEMENT
                || repetition < 1
                || repetition > MAXIMUM_REPETITION
                || component < 1
                || component > MAXIMUM_COMPONENT) {
            throw new IllegalArgumentException("no such place: " + element + ", " + repetition + ", " + component);
        }
        boolean possible = repetition == 1 || delimiters.repetition() != 0;
        boolean absent = value == null || value.isEmpty();
        boolean accepted = absent || (possible && (replacement != null || carries(value)));
        store(element << 20 | repetition << 8 | component, accepted && !absent ? value : "");
        return accepted;
    }

    /** Drops the segment that was begun. */
    public void discard() {
        id = null;
        Arrays.fill(values, 0, count, null);
        count = 0;
    }

    /** Ends and writes the segment. */
    public void end() throws IOException {
        if (id == null) {
            throw new IllegalStateException("no segment was begun");
        }
        long start = out.place();
        text(id);
        int element = 0;
        int repetition = 1;
        int component = 1;
        for (int i = 0; i < count; i++) {
            String value = values[i];
            if (value.isEmpty()) {
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
            text(value);
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
            if (element < Long.SIZE && !values[i].isEmpty()) {
                present |= 1L << element;
            }
        }
        return present;
    }

    /** Keeps values in the order of their places; they mostly come in that order. */
    private void store(int key, String value) {
        int place = count;
        while (place > 0 && keys[place - 1] > key) {
            place--;
        }
        if (place > 0 && keys[place - 1] == key) {
            values[place - 1] = value;
            return;
        }
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, count * 2);
            values = Arrays.copyOf(values, count * 2);
        }
        System.arraycopy(keys, place, keys, place + 1, count - place);
        System.arraycopy(values, place, values, place + 1, count - place);
        keys[place] = key;
        values[place] = value;
        count++;
    }

    /** Whether every character can stand in data: no delimiter, no control character, nothing that UTF-8 lacks. */
    public boolean carries(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                return carriesEncoded(value);
            }
            if (forbidden[c]) {
                return false;
            }
        }
        return true;
    }

    private boolean carriesEncoded(String value) {
        for (int i = 0; i < value.length(); ) {
            int point = value.codePointAt(i);
            if (!carries(point)) {
                return false;
            }
            i += Character.charCount(point);
        }
        return true;
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

    private void text(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                encoded(value, i);
                return;
            }
            out.put(forbidden[c] ? (byte) replacement.charValue() : (byte) c);
        }
    }

    private void encoded(String value, int start) {
        for (int i = start; i < value.length(); ) {
            int point = value.codePointAt(i);
            if (carries(point)) {
                out.put(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            } else {
                out.put((byte) replacement.charValue());
            }
            i += Character.charCount(point);
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
        String text = value == null ? "" : value;
        text(text);
        for (int i = text.length(); i < width; i++) {
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
        out.put(lineBreak);
        if (setControlNumber != null) {
            positionInSet++;
        }
        out.flushIfLarge();
    }
}
