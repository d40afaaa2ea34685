package org.claimgate.receipt;

import java.util.ArrayList;
import java.util.List;
import org.claimgate.x12.TransactionSet;

/**
 * What was found in one transaction set.
 *
 * @param segments its segments in error, in the order found, as far as there is room for them
 * @param left how many errors there was no room for
 * @param codes IK502 of what is wrong with the set as such, without the one for its segments
 * @param verdict accepted, errors noted, or rejected
 */
public record SetReceipt(
        TransactionSet header, List<SegmentFault> segments, int left, List<String> codes, Verdict verdict) {

    private static final int MOST_CODES = 5;

    public SetReceipt {
        segments = List.copyOf(segments);
        codes = List.copyOf(codes);
    }

    public boolean isRejected() {
        return verdict == Verdict.REJECTED;
    }

    /** IK502 to IK506: what is wrong with the set, and then that some of its segments are. */
    List<String> errorCodes() {
        if (segments.isEmpty() && left == 0) {
            return codes.subList(0, Math.min(MOST_CODES, codes.size()));
        }
        List<String> all = new ArrayList<>(codes.subList(0, Math.min(MOST_CODES - 1, codes.size())));
        boolean guideOnly = left == 0 && segments.stream().allMatch(SetReceipt::breaksTheGuideOnly);
        all.add(guideOnly ? "I5" : "5");
        return all;
    }

    /** Codes that begin with I speak of the implementation guide, the others of the standard. */
    private static boolean breaksTheGuideOnly(SegmentFault segment) {
        return segment.elements().isEmpty()
                ? segment.code().startsWith("I")
                : segment.elements().stream().allMatch(element -> element.code().startsWith("I"));
    }
}
