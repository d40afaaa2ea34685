package org.claimgate.x12;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads segments from a stream of interchanges. Delimiters come from each ISA; a byte order mark, blanks and line
 * breaks around segments are skipped. Never holds more than one segment. Bad bytes are a {@link Fault}, after which
 * reading goes on at the next ISA; only a broken stream throws.
 */
public final class SegmentReader {

    /** What {@link #next()} found. */
    public enum Event {
        SEGMENT,
        FAULT,
        END
    }

    public SegmentReader(InputStream in, Limits limits) {
        throw new UnsupportedOperationException();
    }

    public Event next() throws IOException {
        throw new UnsupportedOperationException();
    }

    /** The segment of the last SEGMENT event. */
    public Segment segment() {
        throw new UnsupportedOperationException();
    }

    /** The fault of the last FAULT event. */
    public Fault fault() {
        throw new UnsupportedOperationException();
    }

    /** The delimiters of the interchange being read. */
    public Delimiters delimiters() {
        throw new UnsupportedOperationException();
    }
}
