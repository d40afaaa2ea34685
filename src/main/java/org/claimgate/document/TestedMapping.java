package org.claimgate.document;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.claimgate.guide.Guides;

/** A mapping that can be tried with a file and has samples. */
public interface TestedMapping {

    MappingFolder description();

    /** @param clock says which day it is, on which claims are judged */
    Trial trial(InputStream in, Guides guides, Clock clock) throws IOException;

    /** Whether claims come of it: what is said of them depends on the day. */
    boolean isOfClaims();

    /** The tree of a file alone, which the transformation is run on. */
    Trial treeOf(InputStream in) throws IOException;

    /** The file of a sample that says what should come of it. */
    default String resultFile() {
        return "expected.json";
    }

    default String name() {
        return description().name();
    }
}
