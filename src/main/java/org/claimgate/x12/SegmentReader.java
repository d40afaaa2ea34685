package org.claimgate.x12;

import java.io.IOException;
import java.io.InputStream;
import org.claimgate.x12.Fault.Level;

/**
 * Reads segments from a stream of interchanges. Delimiters come from each ISA; a byte order mark, blanks and line
 * breaks around segments are skipped, and line breaks inside a segment (a file wrapped at a fixed width) are dropped.
 * Never holds more than one segment. Bad bytes are a {@link Fault}, after which reading goes on at the next ISA; only
 * a broken stream throws.
 *
 * <p>After a fault that is not fatal, the segment it speaks of follows. {@link Event#END} comes where the stream ends
 * between segments, whether or not an IEA was seen.
 */
public final class SegmentReader {

    /** What {@link #next()} found. */
    public enum Event {
        SEGMENT,
        FAULT,
        END
    }

    /** Where the reader stands: before an ISA, after one, or looking for the next one after a fatal fault. */
    private enum State {
        OUTSIDE,
        INSIDE,
        LOST
    }

    private static final int WINDOW = 64 * 1024;
    private static final int IEA = Segment.packId("IEA");
    private static final int ISA_ELEMENTS = 16;
    private static final byte CONTROL_Z = 0x1A;
    private final InputStream in;
    private final Limits limits;
    /** Whether bytes that were read stay where they are, for those who come back to them. */
    private final boolean keeping;

    private final Segment segment;
    private byte[] window;
    private int position;
    private int end;
    private long base;
    private boolean exhausted;
    private State state = State.OUTSIDE;
    private Delimiters delimiters = Delimiters.USUAL;
    private SpecialBytes special = new SpecialBytes(Delimiters.USUAL);
    private byte terminator;
    private long ordinal;
    private boolean anything;
    private boolean held;
    private int controlAt;
    private Fault fault;

    public SegmentReader(InputStream in, Limits limits) {
        this(in, limits, false);
    }

    /** @param keeping whether what a {@link SegmentBatch} remembers of the bytes stays good */
    SegmentReader(InputStream in, Limits limits, boolean keeping) {
        this.in = in;
        this.limits = limits;
        this.keeping = keeping;
        this.segment = new Segment(limits.segmentElements());
        this.window = new byte[WINDOW];
    }

    public Event next() throws IOException {
        if (held) {
            held = false;
            return Event.SEGMENT;
        }
        if (state == State.LOST) {
            findIsa();
        }
        skipBlanks();
        if (position == end) {
            return ended();
        }
        anything = true;
        if (available(4) && IsaLayout.begins(window, position)) {
            return readIsa();
        }
        if (state == State.OUTSIDE) {
            return lost(
                    "022",
                    ordinal == 0
                            ? "the file does not begin with an ISA: it is not X12"
                            : "there is something other than an ISA between interchanges");
        }
        return readSegment();
    }

    /** The segment of the last SEGMENT event; without identifier and elements after a fatal fault. */
    public Segment segment() {
        return segment;
    }

    /** The fault of the last FAULT event. */
    public Fault fault() {
        return fault;
    }

    /** The delimiters of the interchange being read. */
    public Delimiters delimiters() {
        return delimiters;
    }

    private Event ended() {
        if (anything) {
            return Event.END;
        }
        anything = true;
        fault = new Fault(Level.INTERCHANGE, "022", "the file is empty: an ISA was expected", 0, 0, true);
        return Event.FAULT;
    }

    private Event readIsa() throws IOException {
        boolean whole = available(IsaLayout.LENGTH);
        if (!whole || !IsaLayout.fits(window, position)) {
            terminator = IsaLayout.likelyTerminator(window, position, end);
            return misread(IsaLayout.misfit(window, position, end));
        }
        Delimiters found = IsaLayout.delimiters(window, position);
        terminator = found.terminator();
        IsaLayout.Objection objection = IsaLayout.objection(found);
        if (objection != null) {
            return misread(objection);
        }
        delimiters = found;
        special = new SpecialBytes(found);
        segment.delimitedBy(found);
        state = State.INSIDE;
        return readSegment();
    }

    /** Refuses the ISA at the current position and steps over it. */
    private Event misread(IsaLayout.Objection objection) {
        ordinal++;
        Event event = lost(objection.code(), objection.message());
        position += 3;
        return event;
    }

    /** Scans from the current position to the terminator; starts again with more bytes if the window ends before it. */
    private Event readSegment() throws IOException {
        while (true) {
            long origin = base + position;
            int length = scan();
            if (segment.elements > limits.segmentElements()) {
                return beyond("a segment has more than " + limits.segmentElements() + " elements");
            }
            if (length > 0) {
                return complete(origin);
            }
            if (-length > limits.segmentBytes()) {
                return beyond("a segment is longer than " + limits.segmentBytes() + " bytes");
            }
            if (!fill()) {
                return tail(origin);
            }
        }
    }

    /**
     * One pass over the segment at the current position, filling the table of element starts.
     *
     * @return length with the terminator; if that was not found, the number of bytes seen, negative
     */
    private int scan() {
        byte[] bytes = window;
        int[] starts = segment.starts;
        int last = (int) Math.min(end, (long) position + limits.segmentBytes() + 1);
        int maximum = limits.segmentElements();
        int elements = 0;
        byte separator = delimiters.element();
        controlAt = 0;
        starts[0] = position;
        for (int at = position; at < last; at += Long.BYTES) {
            long marks = special.marks(bytes, at, last);
            for (; marks != 0; marks &= marks - 1) {
                int behind = at + EightBytes.first(marks) + 1;
                byte found = bytes[behind - 1];
                if (found == separator) {
                    starts[++elements] = behind;
                    if (elements > maximum) {
                        segment.elements = elements;
                        return behind - position;
                    }
                } else if (found == terminator) {
                    starts[elements + 1] = behind;
                    segment.elements = elements;
                    return behind - position;
                } else if (special.isLineBreak(found)) {
                    dropByteBefore(behind, elements);
                } else if (controlAt == 0 && special.isControl(found)) {
                    controlAt = elements + 1;
                }
            }
        }
        segment.elements = elements;
        starts[elements + 1] = last + 1;
        return position - last;
    }

    /** Moves what was read of the segment one byte to the right, over the byte before this place. */
    private void dropByteBefore(int at, int elements) {
        System.arraycopy(window, position, window, position + 1, at - 1 - position);
        position++;
        for (int i = 0; i <= elements; i++) {
            segment.starts[i]++;
        }
    }

    private Event complete(long origin) throws IOException {
        if (segment.elements >= ISA_ELEMENTS && !isIsa()) {
            int hidden = hiddenIsa();
            if (hidden > 0) {
                ordinal++;
                Event event = lost("023", "the interchange breaks off inside a segment, where another ISA begins");
                state = State.OUTSIDE;
                position = hidden;
                return event;
            }
        }
        return deliver(origin);
    }

    private Event deliver(long origin) {
        segment.begin(window);
        segment.offset = origin;
        segment.ordinal = ++ordinal;
        position = segment.starts[segment.elements + 1];
        if (segment.packedId() == IEA) {
            state = State.OUTSIDE;
        }
        if (controlAt == 0) {
            return Event.SEGMENT;
        }
        String where = controlAt == 1 ? "the segment identifier" : "element " + (controlAt - 1);
        String words = "there is a control character in " + where;
        return before(new Fault(Level.SEGMENT, "8", words, origin, ordinal, controlAt - 1, false));
    }

    /** What stands at the end of the stream without a terminator. */
    private Event tail(long origin) {
        boolean lineEnds = terminator == '\n' || terminator == '\r';
        boolean trailer = segment.packedId() == IEA;
        if (!lineEnds && !trailer) {
            ordinal++;
            Event event = lost("023", "the file ends inside a segment");
            position = end;
            return event;
        }
        segment.starts[segment.elements + 1] = trimmedEnd() + 1;
        Event event = deliver(origin);
        position = end;
        if (lineEnds || event == Event.FAULT) {
            return event;
        }
        return before(new Fault(
                Level.INTERCHANGE, "004", "the IEA at the end of the file has no terminator", origin, ordinal, false));
    }

    private int trimmedEnd() {
        int last = end;
        while (last > segment.starts[segment.elements] && blank(window[last - 1])) {
            last--;
        }
        return last;
    }

    private Event before(Fault found) {
        fault = found;
        held = true;
        return Event.FAULT;
    }

    private Event lost(String code, String message) {
        fault = new Fault(Level.INTERCHANGE, code, message, base + position, ordinal, true);
        state = State.LOST;
        segment.clear();
        return Event.FAULT;
    }

    /** Refuses the segment at the current position and steps into it. */
    private Event beyond(String message) {
        ordinal++;
        Event event = lost("022", message);
        position++;
        return event;
    }

    private boolean isIsa() {
        return IsaLayout.begins(window, position);
    }

    /** Position of an ISA that begins inside the segment, because the one before it was cut off; 0 if there is none. */
    private int hiddenIsa() throws IOException {
        for (int i = 0; i <= segment.elements - ISA_ELEMENTS; i++) {
            int distance = segment.starts[i + 1] - 4 - position;
            if (segment.starts[i] - position <= distance
                    && IsaLayout.begins(window, position + distance)
                    && availableInPlace(distance + IsaLayout.LENGTH)
                    && IsaLayout.fits(window, position + distance)) {
                return position + distance;
            }
        }
        return 0;
    }

    /** Like {@link #available}, but keeps the table of starts right when the window moves. */
    private boolean availableInPlace(int count) throws IOException {
        int before = position;
        boolean enough = available(count);
        for (int i = 0; i <= segment.elements + 1; i++) {
            segment.starts[i] += position - before;
        }
        return enough;
    }

    /** Goes to the next ISA that stands at the start of a segment, or that is in perfect form anywhere. */
    private void findIsa() throws IOException {
        boolean start = false;
        while (available(4)) {
            if (window[position] == 'I' && IsaLayout.begins(window, position)) {
                boolean whole = available(IsaLayout.LENGTH);
                boolean perfect = whole && IsaLayout.fits(window, position);
                if (perfect || (start && IsaLayout.resembles(window, position, end))) {
                    state = State.OUTSIDE;
                    return;
                }
            }
            byte value = window[position++];
            start = value == '\n' || value == '\r' || value == terminator || (start && blank(value));
        }
        position = end;
    }

    private void skipBlanks() throws IOException {
        while (available(1)) {
            byte value = window[position];
            if (blank(value) || (state == State.OUTSIDE && (value == 0 || value == CONTROL_Z))) {
                position++;
            } else if (state == State.OUTSIDE && byteOrderMark()) {
                position += 3;
            } else {
                return;
            }
        }
    }

    private boolean byteOrderMark() throws IOException {
        return window[position] == (byte) 0xEF
                && available(3)
                && window[position + 1] == (byte) 0xBB
                && window[position + 2] == (byte) 0xBF;
    }

    private static boolean blank(byte value) {
        return value == ' ' || value == '\n' || value == '\r' || value == '\t';
    }

    private boolean available(int count) throws IOException {
        while (end - position < count) {
            if (!fill()) {
                return false;
            }
        }
        return true;
    }

    /** Moves the unread bytes to the front of the window, which grows if they fill it, and reads more behind them. */
    private boolean fill() throws IOException {
        if (exhausted) {
            return false;
        }
        int unread = end - position;
        byte[] before = window;
        if (unread > window.length / 2) {
            window = new byte[window.length * 2];
        } else if (keeping) {
            window = new byte[window.length];
        }
        System.arraycopy(before, position, window, 0, unread);
        base += position;
        position = 0;
        end = unread;
        while (end < window.length) {
            int read = in.read(window, end, window.length - end);
            if (read < 0) {
                exhausted = true;
                break;
            }
            end += read;
        }
        return end > unread;
    }
}
