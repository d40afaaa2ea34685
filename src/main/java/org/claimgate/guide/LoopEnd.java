package org.claimgate.guide;

import java.util.List;
import java.util.stream.Collectors;

/** Says what is wrong with a loop that can only be known when it has ended. */
final class LoopEnd {

    private final Reading reading;

    LoopEnd(Reading reading) {
        this.reading = reading;
    }

    void judge(Frame frame) {
        if (frame.isUnfinished()) {
            complainOfMissing(frame);
        }
        Situation.noteMissing(frame, reading);
        if (frame.childPromised != null && frame.childPromised != frame.childSeen) {
            complainOfPromise(frame);
        } else {
            // Of a level that is not what it says, nothing follows for what stands in it.
            frame.situations.forEach(situation -> reading.report(situation.judge(frame, reading)));
        }
    }

    private void complainOfMissing(Frame frame) {
        List<Part> missing = frame.missing();
        if (frame.breaksOff && missing.size() > 1) {
            String keys = missing.stream().map(Part::key).collect(Collectors.joining(", "));
            complainOfMissing(frame, missing.get(0), "the loop ends with its first segment: " + keys + " are missing");
            return;
        }
        missing.forEach(part -> complainOfMissing(frame, part, part.key() + " is missing"));
    }

    private void complainOfMissing(Frame frame, Part part, String words) {
        String pointer = part instanceof Loop loop && loop.at() != null
                ? loop.at().pointer(frame.content())
                : frame.content().pointer();
        reading.segmentIssue(
                part.missingCode(),
                words,
                part.first().segment().id(),
                part instanceof Loop loop ? loop : frame.loop,
                pointer);
    }

    /** HL04 said something else of the levels below than what stands there. */
    private void complainOfPromise(Frame frame) {
        String expected = frame.childSeen ? "the value 1: a level stands below" : "the value 0: no level stands below";
        String found = frame.childPromised ? "1" : "0";
        Use first = frame.loop.first();
        reading.issueBefore(
                frame.levelPosition,
                frame.loop,
                first,
                first.counter(Counter.Kind.CHILD),
                expected,
                found,
                frame.content().pointer());
    }
}
