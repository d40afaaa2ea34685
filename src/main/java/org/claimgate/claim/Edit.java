package org.claimgate.claim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.claimgate.guide.Issue;

/** A rule that refuses or doubts a claim and that no mapping file can state. Its issues carry the code {@code EDIT:<id>}. */
interface Edit {

    /** Stable: it stands in issues, in documentation and in statistics. */
    String id();

    /** The claim is canonical; pointers of the issues refer to it. Fields may be missing or of a wrong type. */
    List<Issue> check(ObjectNode claim);
}
