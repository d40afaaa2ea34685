package org.claimgate.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import org.claimgate.guide.Issue;

/** Judges a JSON file; documents with an envelope by writing them to nowhere, since they complete one another. */
final class JsonValidation {

    private final DocumentJudge judge;
    private final String file;
    private final IssuePrinter printer;
    private final Tally tally;
    private final InterchangeFile nowhere =
            new InterchangeFile(claim -> Optional.empty(), false, OutputStream.nullOutputStream(), Clock.systemUTC());
    private int last;

    JsonValidation(DocumentJudge judge, String file, IssuePrinter printer, Tally tally) {
        this.judge = judge;
        this.file = file;
        this.printer = printer;
        this.tally = tally;
    }

    void run(InputStream in) throws IOException {
        judge.judge(in, this::take);
        nowhere.finish().issues().forEach(this::report);
    }

    private void take(JudgedDocument judged) {
        last = judged.ordinal();
        tally.document();
        judged.issues().forEach(this::report);
        if (judged.addressed() && judged.accepted()) {
            try {
                nowhere.write(judged).issues().forEach(this::report);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    private void report(Issue issue) {
        tally.issue(issue);
        printer.print(file, last, issue);
    }
}
