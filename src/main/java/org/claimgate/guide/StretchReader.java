package org.claimgate.guide;

import java.util.HashMap;
import java.util.Map;
import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.Interchange;
import org.claimgate.x12.Segment;
import org.claimgate.x12.TransactionSet;

/** Reads the sets of stretches, one stretch after another; what it finds goes to the voice of each. */
final class StretchReader {

    private final Map<Guide, RecordReader> readers = new HashMap<>();
    private Voice voice;
    private RecordReader open;

    /** What follows is told to a voice. */
    void speakTo(Voice newVoice) {
        voice = newVoice;
    }

    void begin(Guide guide, Interchange interchange, FunctionalGroup group, TransactionSet set, Repetition repetition) {
        open = readers.computeIfAbsent(
                guide, of -> new RecordReader(of, document -> voice.document(document), issue -> voice.issue(issue)));
        open.begin(interchange, group, set, repetition);
    }

    void segment(Segment segment, int position) {
        open.segment(segment, position);
    }

    void issue(Issue issue) {
        voice.issue(issue);
    }

    void end(boolean complete) {
        open.end(complete);
        open = null;
    }
}
