package org.claimgate.cli.explain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A stream that remembers what was read of it since the last segment shown, so that bytes which the reader passed over
 * can be shown too. Memory is bounded: of a very long stretch only the beginning is kept.
 */
public final class Trail extends InputStream {

    private static final int KEPT = 4 * 1024 * 1024;
    private static final int SHOWN = 1000;

    /**
     * Bytes between two segments that are more than blanks.
     *
     * @param offset in the file
     * @param length in bytes, without blanks around
     * @param text of the beginning
     */
    public record Gap(long offset, long length, String text) {}

    private final InputStream in;
    private byte[] kept = new byte[128 * 1024];
    private int length;
    private long base;
    private long read;
    private boolean afterSegment;

    Trail(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int wanted) throws IOException {
        int count = in.read(bytes, offset, wanted);
        if (count > 0) {
            keep(bytes, offset, count);
        }
        return count;
    }

    private void keep(byte[] bytes, int offset, int count) {
        boolean whole = base + length == read;
        int taken = whole ? Math.min(count, KEPT - length) : 0;
        if (length + taken > kept.length) {
            kept = Arrays.copyOf(kept, Math.min(KEPT, Math.max(kept.length * 2, length + taken)));
        }
        System.arraycopy(bytes, offset, kept, length, taken);
        length += taken;
        read += count;
    }

    /**
     * A segment begins: what was passed over before it, null for nothing.
     *
     * @param terminator of the segment before
     */
    Gap segmentAt(long offset, byte terminator) {
        Gap gap = gap(offset, terminator);
        forgetBefore(offset);
        afterSegment = true;
        return gap;
    }

    /** The file has ended: what was passed over at its end, null for nothing. */
    Gap end(byte terminator) {
        Gap gap = gap(read, terminator);
        forgetBefore(read);
        return gap;
    }

    private Gap gap(long offset, byte terminator) {
        int end = (int) Math.min(length, Math.max(0, offset - base));
        int start = afterSegment ? afterTerminator(end, terminator) : 0;
        while (start < end && isBlank(kept[start])) {
            start++;
        }
        if (start == end) {
            return null;
        }
        boolean whole = base + end == offset;
        int last = end;
        while (isBlank(kept[last - 1])) {
            last--;
        }
        String text = new String(kept, start, Math.min(SHOWN, last - start), StandardCharsets.ISO_8859_1);
        return new Gap(base + start, whole ? last - start : offset - base - start, text);
    }

    private int afterTerminator(int end, byte terminator) {
        int start = 0;
        while (start < end && kept[start] != terminator) {
            start++;
        }
        return Math.min(end, start + 1);
    }

    /** Blanks, line breaks, a byte order mark, the end-of-file sign of old systems. */
    private static boolean isBlank(byte value) {
        int unsigned = value & 0xFF;
        return unsigned <= ' ' || unsigned == 0xEF || unsigned == 0xBB || unsigned == 0xBF;
    }

    private void forgetBefore(long offset) {
        int known = (int) Math.min(length, Math.max(0, offset - base));
        System.arraycopy(kept, known, kept, 0, length - known);
        length -= known;
        base = length == 0 && offset > base + known ? read : base + known;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
