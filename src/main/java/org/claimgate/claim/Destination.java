package org.claimgate.claim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.claimgate.claim.edit.EditSettings;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Issue;

/**
 * What of the judgement depends on whom a claim goes to.
 *
 * @param writing how the guide's check is done
 * @param edits what the partner wants of the edits
 */
public record Destination(Writing writing, EditSettings edits) {

    /** Anybody: in the usual format, with the usual edits. */
    public static final Destination ANYBODY =
            new Destination((document, guide) -> guide.check(document), EditSettings.USUAL);

    /** Nobody that is known: no partner serves the payer. */
    public static final Destination UNSERVED = new Destination(ANYBODY.writing, EditSettings.UNSERVED);

    /** Checks the canonical form of a claim by its guide, as whoever will get it wants it written. */
    public interface Writing {

        List<Issue> check(ObjectNode document, Guide guide);
    }
}
