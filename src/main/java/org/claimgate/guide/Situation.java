package org.claimgate.guide;

/**
 * A segment or element that is not used where a loop on the way to the record is there instead, such as the relation of the
 * subscriber (2000B SBR02) where all claims are of dependents (2000C). It can only be judged when the loop around both has
 * ended: where some records stand in the other loop and some do not, either is right.
 *
 * @param loop that the segment stands in
 * @param mapping of the element; null for the segment as a whole
 * @param instead the loop in whose presence it is not used
 * @param present whether there is a value
 * @param place of the segment, or of the element in it
 */
record Situation(Loop loop, Use use, Mapping mapping, Loop instead, boolean present, Place place, String pointer) {

    /** Notes what the segment being read has of such parts in the frames around it. */
    static void note(Frame frame, Use use, Reading reading) {
        if (leadsElsewhere(use.unless())) {
            note(frame, use, null, use.unless(), true, reading);
        }
        for (Mapping mapping : use.mappings()) {
            if (mapping instanceof Conditional conditional && leadsElsewhere(conditional.unless())) {
                boolean present = mapping.cells().stream().anyMatch(cell -> !reading.isEmpty(cell));
                note(frame, use, conditional.mapping(), conditional.unless(), present, reading);
            }
        }
    }

    private static boolean leadsElsewhere(Unless unless) {
        return unless != null && unless.part() instanceof Loop loop && loop.isOnPath();
    }

    private static void note(Frame frame, Use use, Mapping mapping, Unless unless, boolean present, Reading reading) {
        Loop instead = (Loop) unless.part();
        for (Frame around = frame; around != null; around = around.parent) {
            if (around.loop == instead.parent()) {
                Place place = mapping == null
                        ? reading.placeOfSegment()
                        : reading.placeOf(mapping.cells().get(0));
                String pointer = frame.content().pointer();
                around.situations.add(new Situation(frame.loop, use, mapping, instead, present, place, pointer));
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
            return unused(reading.beginningOf(other));
        }
        boolean demanded = mapping instanceof Constant;
        return other == null && direct != null && !present && demanded
                ? missing(direct.loop, reading.beginningOf(direct))
                : null;
    }

    private Issue unused(Place trigger) {
        String expected = "nothing, for all that follows stands in loop " + instead.id();
        if (mapping != null) {
            return Issue.error("IK403:I13", Reading.words(place, expected), place, pointer, null)
                    .triggeredBy(trigger);
        }
        String words = use.key() + " is not used where all that follows stands in loop " + instead.id();
        return Issue.error("IK304:I9", words, place, pointer, null).triggeredBy(trigger);
    }

    private Issue missing(Loop direct, Place trigger) {
        String expected = "the value " + ((Constant) mapping).value() + ", for loop " + direct.id() + " stands here";
        return Issue.error("IK403:I9", Reading.words(place, expected), place, pointer, null)
                .triggeredBy(trigger);
    }
}
