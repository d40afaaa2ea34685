package org.claimgate.cli;

import org.claimgate.guide.Issue;

/** Counts what was found in one file. */
final class Tally {

    private long documents;
    private long errors;
    private long warnings;
    private long leftOut;

    void document() {
        documents++;
    }

    void documents(long more) {
        documents += more;
    }

    void leftOut() {
        leftOut++;
    }

    void issue(Issue issue) {
        if (issue.isError()) {
            errors++;
        } else {
            warnings++;
        }
    }

    long issues() {
        return errors + warnings;
    }

    boolean hasErrors() {
        return errors > 0;
    }

    /** Such as {@code 12 documents, 1 error, 3 warnings}. */
    String inWords() {
        String words = count(documents, "document") + ", " + issuesInWords();
        return leftOut == 0 ? words : words + ", " + count(leftOut, "document") + " left out";
    }

    /** Such as {@code 1 error, 3 warnings}. */
    String issuesInWords() {
        return count(errors, "error") + ", " + count(warnings, "warning");
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
