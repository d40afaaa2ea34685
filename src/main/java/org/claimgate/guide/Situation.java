package org.claimgate.guide;

import java.util.List;
import org.claimgate.x12.Segment;

/**
 * A segment or element that is not used where a loop on the way to the record is there instead, such as the relation of the
 * subscriber (2000B SBR02) where all claims are of dependents (2000C), or a segment that is required unless that loop is there,
 * such as the subscriber's address (2010BA N3). It can only be judged when the loop around both has ended: where some records
 * stand in the other loop and some do not, either is right.
 *
 * @param loop that the segment stands in
 * @param mapping of the element; null for the segment as a whole
 * @param instead the loop in whose presence it is not used
 * @param present whether there is a value
 * @param position of the segment in the set
 * @param content the object of the loop's fields
 */
record Situation(Loop loop, Use use, Mapping mapping, Loop instead, boolean present, int position, Content content) {

    /** Notes what the segment being read has of such parts in the frames around it. */
    static void note(Frame frame, Use use, Reading reading) {
        if (use.unless() != null && use.unless().leadsElsewhere()) {
            note(frame, use, null, use.unless(), true, reading.position());
        }
        for (Conditional conditional : use.situational()) {
            boolean present = isPresent(conditional, reading);
            note(frame, use, conditional.mapping(), conditional.unless(), present, reading.position());
        }
    }

    /** Notes, when a loop ends, which segments it lacks that are required unless another loop is there. */
    static void noteMissing(Frame frame, Reading reading) {
        for (int child : frame.loop.situationalChildren()) {
            if (frame.lacks(child) && !frame.isExcused(child)) {
                Use use = (Use) frame.loop.children().get(child);
                note(frame, use, null, use.requiredUnless(), false, reading.position());
            }
        }
    }

    /** Whether it is about a segment of this id that is not there. */
    boolean isMissing(Segment segment) {
        return mapping == null && !present && use.packedId() == segment.packedId();
    }

    private static boolean isPresent(Conditional conditional, Reading reading) {
        List<Cell> cells = conditional.cells();
        for (int i = 0; i < cells.size(); i++) {
            if (!reading.isEmpty(cells.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static void note(Frame frame, Use use, Mapping mapping, Unless unless, boolean present, int position) {
        Loop instead = (Loop) unless.part();
        for (Frame around = frame; around != null; around = around.parent) {
            if (around.loop == instead.parent()) {
                around.situations.add(
                        new Situation(frame.loop, use, mapping, instead, present, position, frame.content()));
            }
        }
    }

    /** What is wrong, now that the loop around both has ended; null for nothing. */
    Issue judge(Frame around, Reading reading) {
        Frame other = null;
        Frame direct = null;
        for (Loop child : around.loop.pathChildren()) {
            Frame found = around.opened(child);
            other = child == instead ? found : other;
            direct = child != instead && found != null ? found : direct;
        }
        if (other != null && direct == null && present) {
            return unused(reading).triggeredBy(reading.beginningOf(other));
        }
        boolean demanded = mapping == null || mapping instanceof Constant;
        return other == null && direct != null && !present && demanded
                ? missing(direct.loop, reading).triggeredBy(reading.beginningOf(direct))
                : null;
    }

    private Issue unused(Reading reading) {
        Place place = place(reading);
        if (mapping != null) {
            String expected = "nothing, for all that follows stands in loop " + instead.id();
            return Issue.error("IK403:I13", Reading.words(place, expected), place, content.pointer(), null);
        }
        String words = use.key() + " is not used where all that follows stands in loop " + instead.id();
        return Issue.error("IK304:I9", words, place, content.pointer(), null);
    }

    private Issue missing(Loop direct, Reading reading) {
        Place place = place(reading);
        if (mapping == null) {
            String words = use.key() + " is missing, for loop " + direct.id() + " stands here";
            return Issue.error("IK304:I6", words, place, content.pointer(), null);
        }
        String expected = "the value " + ((Constant) mapping).value() + ", for loop " + direct.id() + " stands here";
        return Issue.error("IK403:I9", Reading.words(place, expected), place, content.pointer(), null);
    }

    private Place place(Reading reading) {
        return reading.placeBefore(
                position, loop, use, mapping == null ? null : mapping.cells().get(0));
    }
}
