package org.claimgate.guide;

import org.claimgate.x12.Segment;

/**
 * Follows a file segment by segment, in its order, each with its place in the guide. It is given to
 * {@link DocumentReader} beside a {@link DocumentHandler}; what is wrong with a segment's elements reaches the handler
 * before the segment reaches {@link #placed}. Segments are valid until the call returns.
 */
public interface SegmentListener {

    /** ISA, TA1, GS, ST, SE, GE or IEA. The issues of a header follow, those of a trailer came before. */
    void envelope(Segment segment);

    /** A segment between ST and SE. */
    void placed(Segment segment, SegmentPlace place);
}
