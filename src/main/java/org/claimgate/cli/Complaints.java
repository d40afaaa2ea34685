package org.claimgate.cli;

import java.io.PrintWriter;
import org.claimgate.guide.Issue;

/** The first issues of a file on standard error, and how many more there are. */
final class Complaints {

    private static final int SHOWN = 20;

    private final String file;
    private final PrintWriter err;
    private final IssuePrinter printer;
    private final Tally tally = new Tally();

    Complaints(String file, PrintWriter err) {
        this.file = file;
        this.err = err;
        this.printer = new IssuePrinter(err, Format.TEXT);
    }

    Tally tally() {
        return tally;
    }

    /** @param document ordinal of the document in a JSON file, from 1; 0 for X12 */
    void add(int document, Issue issue) {
        tally.issue(issue);
        if (tally.issues() <= SHOWN) {
            printer.print(file, document, issue);
        }
    }

    /** Says how many issues were not shown. */
    void end() {
        if (tally.issues() > SHOWN) {
            err.println(file + ": " + (tally.issues() - SHOWN) + " more issues; 'gateway validate' shows them all");
        }
        err.flush();
    }
}
