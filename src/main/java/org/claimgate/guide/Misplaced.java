package org.claimgate.guide;

import org.claimgate.x12.Segment;

/** What is to be said of a segment that has no place in a guide where it stands. */
final class Misplaced {

    private final Dictionary dictionary;
    private final StandardSet standard;

    Misplaced(Guide guide) {
        this.dictionary = guide.dictionary();
        this.standard = dictionary.set(guide.transactionSet());
    }

    /** An IK304 code with its family, the loop that it is said of, and words. */
    record Finding(String code, Loop loop, String words) {}

    /** @param innermost of the loops that are open */
    Finding judge(Segment segment, Loop innermost) {
        String id = segment.id();
        for (Loop loop = innermost; loop != null; loop = loop.parent()) {
            if ((standard != null && standard.has(loop, id) && !uses(loop, segment))
                    || usesUnderAnotherQualifier(loop, segment)) {
                return new Finding("IK304:I4", loop, "the guide does not use this segment in loop " + loop.id());
            }
        }
        if (!dictionary.knows(id)) {
            return new Finding("IK304:1", innermost, "there is no such segment");
        }
        return standard == null || standard.has(id)
                ? new Finding("IK304:2", innermost, "the segment has no place here")
                : new Finding("IK304:6", innermost, "the transaction set has no such segment");
    }

    private static boolean uses(Loop loop, Segment segment) {
        return loop.children().stream().anyMatch(part -> part.first().packedId() == segment.packedId());
    }

    /** The guide has the segment here, and not with a qualifier that the standard has. */
    private boolean usesUnderAnotherQualifier(Loop loop, Segment segment) {
        for (Part part : loop.children()) {
            Use use = part.first();
            boolean leadsOn = part instanceof Loop inner && inner.isOnPath();
            if (!leadsOn
                    && use.packedId() == segment.packedId()
                    && !use.qualifiers().isEmpty()) {
                return !use.matches(segment) && dictionary.codes().include(use.qualifierType(), use.qualifier(segment));
            }
        }
        return false;
    }
}
