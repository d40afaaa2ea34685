package org.claimgate.guide;

import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.Interchange;
import org.claimgate.x12.Segment;
import org.claimgate.x12.TransactionSet;

/** Takes the segments of one transaction set after another. */
interface SetReader {

    void begin(Interchange interchange, FunctionalGroup group, TransactionSet set, Repetition repetition);

    void segment(Segment segment, int position);

    /** Where the last segment stands. */
    SegmentPlace place();

    /** @param complete false when the set breaks off: what it lacks is then no mistake of its own */
    void end(boolean complete);
}
