package org.claimgate.cli.explain;

import java.util.List;
import org.claimgate.guide.Issue;

/**
 * A segment explained.
 *
 * @param id such as {@code NM1}; the sign for hidden text when it is none
 * @param name in words; empty when there is none
 * @param position in its set, ST being 1; 0 outside sets
 * @param lines its elements that hold something, or that an issue speaks of
 * @param issues of the segment as a whole
 */
public record Paragraph(String id, String name, int position, List<Line> lines, List<Issue> issues) {

    /**
     * An element or component.
     *
     * @param position such as {@code 05-1}
     * @param name in words; empty when there is none
     * @param value as a person writes it; empty when there is none
     * @param hidden whether the value is not, or not all of it, what stands in the file
     * @param meaning of a code; empty when no list says it
     */
    public record Line(
            String position, String name, String value, boolean hidden, String meaning, List<Issue> issues) {}
}
