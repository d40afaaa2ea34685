package org.claimgate.x12;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads interchanges, functional groups and transaction sets, and checks what the envelope promises: nesting, control
 * numbers, counts, ISA fields. A wrong count or control number is a non-fatal {@link Fault} after which reading goes
 * on. Faults of one place are all reported, each as an event of its own, before the event that they belong to
 * (trailer faults before the END event; header faults right after the BEGIN event).
 */
public final class EnvelopeReader {

    /** What {@link #next()} found. SEGMENT is a segment inside a set (not ST, not SE); TA1 stands outside groups. */
    public enum Event {
        INTERCHANGE_BEGIN,
        INTERCHANGE_ACKNOWLEDGMENT,
        GROUP_BEGIN,
        SET_BEGIN,
        SEGMENT,
        SET_END,
        GROUP_END,
        INTERCHANGE_END,
        FAULT,
        END
    }

    public EnvelopeReader(InputStream in, Limits limits) {
        throw new UnsupportedOperationException();
    }

    public Event next() throws IOException {
        throw new UnsupportedOperationException();
    }

    /** The segment of the last event: ISA, TA1, GS, ST, a body segment, SE, GE or IEA. */
    public Segment segment() {
        throw new UnsupportedOperationException();
    }

    public Fault fault() {
        throw new UnsupportedOperationException();
    }

    /** The interchange being read, or the last one; null before the first. */
    public Interchange interchange() {
        throw new UnsupportedOperationException();
    }

    /** The functional group being read; null outside groups. */
    public FunctionalGroup group() {
        throw new UnsupportedOperationException();
    }

    /** The transaction set being read; null outside sets. */
    public TransactionSet set() {
        throw new UnsupportedOperationException();
    }

    /** Position of the last segment inside its set, ST being 1 (IK302); 0 outside sets. */
    public int positionInSet() {
        throw new UnsupportedOperationException();
    }
}
