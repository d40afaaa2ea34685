package org.claimgate.claim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;

/** Judges claims. Immutable and safe for concurrent use. */
public final class Claims {

    /**
     * A claim that was judged.
     *
     * @param document the canonical form: what the guide's writer takes; {@code envelope.usageIndicator} is there when the
     *     claim named its own
     * @param vocabulary {@code professional-claim} or {@code institutional-claim}
     * @param issues everything that was found, pointers referring to the JSON as sent; codes {@code JSON:…}, {@code IK403:…},
     *     {@code IK304:…}, {@code EDIT:…}
     */
    public record Checked(ObjectNode document, String vocabulary, List<Issue> issues) {

        /** No issue is an error. */
        public boolean accepted() {
            return issues.stream().noneMatch(Issue::isError);
        }
    }

    public Claims(Guides guides) {
        throw new UnsupportedOperationException();
    }

    /**
     * Brings a claim into canonical form and checks all of it. The argument is not changed. What Submission adds later
     * (submitter and receiver identification, batch reference and dates) may be absent.
     */
    public Checked check(ObjectNode claim) {
        throw new UnsupportedOperationException();
    }
}
