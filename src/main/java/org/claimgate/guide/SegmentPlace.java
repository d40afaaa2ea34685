package org.claimgate.guide;

import java.util.List;

/**
 * Where a guide places a segment.
 *
 * @param loops in which it stands, the set itself ({@code ST}) first; empty when no guide reads the set
 * @param use the key of its use, such as {@code NM1*85}; empty when the guide has no place for the segment
 * @param title of the use; empty where the mapping file gives none
 */
public record SegmentPlace(List<Step> loops, String use, String title) {

    /** The place of a segment in a set without a guide. */
    public static final SegmentPlace UNKNOWN = new SegmentPlace(List.of(), "", "");

    /**
     * One loop on the way to a segment.
     *
     * @param id such as {@code 2010AA}
     * @param title empty where the mapping file gives none
     * @param occurrence in the loop around it, from 1
     */
    public record Step(String id, String title, int occurrence) {}
}
