package org.claimgate.x12;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes segments and the envelope around them; keeps counts. Trailing empty elements and components are left out.
 *
 * <p>A value that holds a delimiter or a control character is refused: {@link #put} returns false and leaves the
 * place empty, unless a replacement was given. Text is UTF-8. An envelope field that cannot be written (too long for
 * its place, a delimiter in it) is the caller's mistake and throws {@link IllegalArgumentException}.
 */
public final class SegmentWriter implements AutoCloseable {

    private final OutputWindow out;
    private final Delimiters delimiters;
    private final byte[] lineBreak;
    private final SegmentDraft draft;
    private String id;
    private int positionInSet;
    private int savedPosition;
    private String setControlNumber;
    private String groupControlNumber;
    private String interchangeControlNumber;
    private int sets;
    private int groups;
    private Envelopes before;

    /** Which headers are open, and what was counted in them. */
    private record Envelopes(String interchange, String group, int groups, int sets) {}

    /**
     * @param lineBreak written behind every terminator: "", "\n" or "\r\n"
     * @param replacement stands in for a delimiter or control character inside data; null refuses such data
     */
    public SegmentWriter(OutputStream out, Delimiters delimiters, String lineBreak, Character replacement) {
        this.out = new OutputWindow(out);
        this.delimiters = delimiters;
        this.lineBreak = lineBreak.getBytes(StandardCharsets.ISO_8859_1);
        IsaLayout.Objection objection = IsaLayout.objection(delimiters);
        if (objection != null) {
            throw new IllegalArgumentException(objection.message());
        }
        this.draft = new SegmentDraft(delimiters, replacement);
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
        return draft.put(element, repetition, component, value);
    }

    /** Drops the segment that was begun. */
    public void discard() {
        id = null;
        draft.clear();
    }

    /** Ends and writes the segment. */
    public void end() throws IOException {
        if (id == null) {
            throw new IllegalStateException("no segment was begun");
        }
        long start = out.place();
        ascii(id);
        draft.writeTo(out);
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

    /**
     * Called where a set may begin, before the headers that it needs: what is written from here on goes out only when it is kept. It does
     * not count to the memory that is needed, however much it is.
     */
    public void beginProvisional() throws IOException {
        out.beginProvisional();
        before = new Envelopes(interchangeControlNumber, groupControlNumber, groups, sets);
    }

    /** Lets out what was written since {@link #beginProvisional()}; nothing of it may be held. */
    public void keepProvisional() throws IOException {
        out.keepProvisional();
    }

    /** Forgets what was written since {@link #beginProvisional()}: whatever began with it has not begun. */
    public void dropProvisional() throws IOException {
        discard();
        interchangeControlNumber = before.interchange();
        groupControlNumber = before.group();
        setControlNumber = null;
        groups = before.groups();
        sets = before.sets();
        out.dropProvisional();
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
        return draft.present();
    }

    /** Whether every character can stand in data: no delimiter, no control character, nothing that UTF-8 lacks. */
    public boolean carries(String value) {
        return draft.carries(value);
    }

    private void ascii(String value) {
        for (int i = 0; i < value.length(); i++) {
            out.put((byte) value.charAt(i));
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
