package org.claimgate.cli.explain;

import java.io.IOException;
import org.claimgate.guide.Issue;

/** Where an explained file is written to, from top to bottom. */
public sealed interface Page permits TextPage, HtmlPage {

    /** A file begins. */
    void begin(String file) throws IOException;

    /** An interchange, group, set or loop begins; what follows belongs to it until it is closed. */
    void open(String id, String title) throws IOException;

    void close() throws IOException;

    void segment(Paragraph paragraph) throws IOException;

    /** An issue that belongs to no segment shown. */
    void issue(Issue issue) throws IOException;

    /** Bytes that were not read as segments; the text is hidden when null. */
    void passedOver(Trail.Gap gap, String text) throws IOException;

    /** The file has ended. */
    void end(String summary) throws IOException;

    /** All files have been explained. */
    void finish() throws IOException;
}
