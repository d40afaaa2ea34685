package org.claimgate.x12;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Segments that follow one another, to be read later or by another thread: where their elements stand in the bytes of a
 * reader that leaves these alone ({@link EnvelopeReader#forBatches}).
 */
public final class SegmentBatch {

    private static final int FIRST_SIZE = 16 * 1024;
    /** In the place of a segment's position: what follows stands in other bytes, or has other delimiters. */
    private static final int NEXT_SOURCE = -1;

    /** Where segments stand. */
    private record Source(byte[] bytes, Delimiters delimiters) {}

    private final Segment segment;
    private final List<Source> sources = new ArrayList<>();
    /** Of each segment: its position, the number of its elements, and where each begins, one more for the end. */
    private int[] table = new int[FIRST_SIZE];

    private int used;
    private int segments;
    private long kept;
    private int next;
    private int nextSource;
    private Source source;

    public SegmentBatch(Limits limits) {
        segment = new Segment(limits.segmentElements());
    }

    /** @param position of the segment in its set */
    public void add(Segment added, int position) {
        int elements = added.elements;
        if (table.length - used < elements + 5) {
            table = Arrays.copyOf(table, Math.max(2 * table.length, used + elements + 5));
        }
        if (source == null || source.bytes != added.bytes() || !source.delimiters.equals(added.delimiters())) {
            addSource(added);
        }
        int[] to = table;
        int at = used;
        to[at] = position;
        to[at + 1] = elements;
        System.arraycopy(added.starts, 0, to, at + 2, elements + 2);
        used = at + elements + 4;
        segments++;
    }

    private void addSource(Segment added) {
        kept += source == null || source.bytes != added.bytes() ? added.bytes().length : 0;
        source = new Source(added.bytes(), added.delimiters());
        sources.add(source);
        table[used++] = NEXT_SOURCE;
    }

    /** How many segments were added. */
    public int segments() {
        return segments;
    }

    /** How many bytes of memory it takes, roughly. */
    public long weight() {
        return kept + (long) Integer.BYTES * used;
    }

    /** Forgets what it holds, to be filled again. */
    public void clear() {
        sources.clear();
        source = null;
        used = 0;
        segments = 0;
        kept = 0;
        next = 0;
        nextSource = 0;
    }

    /** The next segment, valid until the one after it; not to be asked for behind the last. */
    public Segment next() {
        if (table[next] == NEXT_SOURCE) {
            next++;
            source = sources.get(nextSource++);
            segment.delimitedBy(source.delimiters);
        }
        int elements = table[next + 1];
        segment.elements = elements;
        System.arraycopy(table, next + 2, segment.starts, 0, elements + 2);
        next += elements + 4;
        segment.begin(source.bytes);
        return segment;
    }

    /** Position in its set of the last segment that {@link #next} gave. */
    public int position() {
        return table[next - segment.elements - 4];
    }
}
