package org.claimgate.document;

import java.io.IOException;
import java.io.InputStream;
import org.claimgate.guide.Guides;

/** A mapping that can be tried with a file and has samples. */
public interface TestedMapping {

    MappingFolder description();

    /** What comes of a file. */
    Trial trial(InputStream in, Guides guides) throws IOException;

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
