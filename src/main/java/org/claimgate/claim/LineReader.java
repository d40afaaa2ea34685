package org.claimgate.claim;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The lines of a stream as places in a buffer, each valid until the next; blanks before the first are skipped. */
final class LineReader {

    private static final int WINDOW = 64 * 1024;
    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = ONES << 7;
    private static final long LINE_BREAKS = ONES * '\n';

    private final InputStream in;
    private final int longest;
    private byte[] window;
    private int from;
    private int to;
    private int end;
    private boolean exhausted;

    /** @param longest the most bytes of a line; of a longer one only so many are given, and {@link #isTooLong} */
    LineReader(InputStream in, int longest) {
        this(in, new byte[WINDOW], 0, longest);
    }

    /** {@link #LineReader(InputStream, int)} of what is at hand, which is read where it lies. */
    LineReader(byte[] body, int longest) {
        this(InputStream.nullInputStream(), body, body.length, longest);
        exhausted = true;
    }

    private LineReader(InputStream in, byte[] window, int end, int longest) {
        this.in = in;
        this.window = window;
        this.end = end;
        this.longest = longest;
    }

    /** The first byte that is no blank; negative for none. */
    int first() throws IOException {
        while (available(to)) {
            int next = window[to] & 0xFF;
            from = to;
            if (next == BYTE_ORDER_MARK[0] && isByteOrderMark()) {
                to += BYTE_ORDER_MARK.length;
            } else if (next == ' ' || next == '\t' || next == '\r' || next == '\n') {
                to++;
            } else {
                return next;
            }
        }
        return -1;
    }

    private boolean isByteOrderMark() throws IOException {
        for (int i = 1; i < BYTE_ORDER_MARK.length; i++) {
            if (!available(to + i) || (window[to + i] & 0xFF) != BYTE_ORDER_MARK[i]) {
                return false;
            }
        }
        return true;
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException {
        if (isTooLong()) {
            skipLine();
        }
        from = to;
        do {
            int stop = Math.min(end, from + longest + 1);
            to = lineEnd(to, stop);
            if (to < stop || isTooLong()) {
                to = Math.min(stop, to + 1);
                return true;
            }
        } while (fill());
        return to > from;
    }

    /** Steps over the rest of a line. */
    private void skipLine() throws IOException {
        boolean ended = window[to - 1] == '\n';
        while (!ended && available(to)) {
            from = to;
            to = lineEnd(to, end);
            ended = to < end;
            to += ended ? 1 : 0;
        }
    }

    /** Where the first line break stands, eight bytes looked at together; the end if there is none. */
    private int lineEnd(int start, int stop) {
        int at = start;
        for (; at <= stop - Long.BYTES; at += Long.BYTES) {
            long differences = (long) EIGHT_BYTES.get(window, at) ^ LINE_BREAKS;
            if ((differences - ONES & ~differences & HIGH_BITS) != 0) {
                break;
            }
        }
        while (at < stop && window[at] != '\n') {
            at++;
        }
        return at;
    }

    byte[] bytes() {
        return window;
    }

    int from() {
        return from;
    }

    /** Behind the line and its line break. */
    int to() {
        return to;
    }

    boolean isTooLong() {
        return to - from > longest;
    }

    /** Whether the line is known to end the stream. */
    boolean isLast() {
        return exhausted && to == end;
    }

    /** The line as a stream. */
    InputStream line() {
        return new ByteArrayInputStream(window, from, to - from);
    }

    /** The line and everything behind it. */
    InputStream rest() {
        return new SequenceInputStream(new ByteArrayInputStream(window, from, end - from), in);
    }

    /** Whether there is a byte at a place of the window, which may move with all places for it. */
    private boolean available(int place) throws IOException {
        return place < end || fill();
    }

    private boolean fill() throws IOException {
        if (exhausted) {
            return false;
        }
        if (from > 0) {
            System.arraycopy(window, from, window, 0, end - from);
            to -= from;
            end -= from;
            from = 0;
        }
        if (end == window.length) {
            window = Arrays.copyOf(window, 2 * window.length);
        }
        int read = in.read(window, end, window.length - end);
        exhausted = read < 0;
        end += Math.max(0, read);
        return !exhausted;
    }
}
