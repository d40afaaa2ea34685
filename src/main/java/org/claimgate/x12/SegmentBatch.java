package org.claimgate.x12;

import java.util.Arrays;

/** Copies of segments that follow one another, to be read later or by another thread. */
public final class SegmentBatch {

    private static final int TEXT = 64 * 1024;

    private byte[] text = new byte[TEXT];
    private int length;
    /** Of each segment: its position, the number of its elements, and where each begins, one more for the end. */
    private int[] table = new int[TEXT / 2];

    private int used;
    private final Segment segment;
    private Delimiters delimiters = Delimiters.USUAL;
    private int next;

    public SegmentBatch(Limits limits) {
        segment = new Segment(limits.segmentElements());
    }

    /** Whether it holds as much as it should; it takes any number of segments all the same. */
    public boolean isFull() {
        return length >= TEXT;
    }

    /** @param position of the segment in its set */
    public void add(Segment copied, int position) {
        delimiters = copied.delimiters();
        int elements = copied.elements;
        int from = copied.starts[0];
        int size = copied.starts[elements + 1] - from;
        if (text.length - length < size) {
            text = Arrays.copyOf(text, Math.max(2 * text.length, length + size));
        }
        if (table.length - used < elements + 4) {
            table = Arrays.copyOf(table, Math.max(2 * table.length, used + elements + 4));
        }
        copied.copyTo(text, length);
        table[used++] = position;
        table[used++] = elements;
        for (int element = 0; element <= elements + 1; element++) {
            table[used++] = copied.starts[element] - from + length;
        }
        length += size;
    }

    /** Forgets what it holds, to be filled again. */
    public void clear() {
        length = 0;
        used = 0;
        next = 0;
    }

    /** The next segment, valid until the one after it; null behind the last. */
    public Segment next() {
        if (next == used) {
            return null;
        }
        next++;
        segment.elements = table[next++];
        for (int element = 0; element <= segment.elements + 1; element++) {
            segment.starts[element] = table[next++];
        }
        segment.begin(text, delimiters);
        return segment;
    }

    /** Position in its set of the last segment that {@link #next} gave. */
    public int position() {
        return table[next - segment.elements - 4];
    }
}
