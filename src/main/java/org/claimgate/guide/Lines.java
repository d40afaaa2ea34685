package org.claimgate.guide;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Writes each document as a line. */
final class Lines implements DocumentHandler {

    private final OutputStream out;
    private final Consumer<Issue> issues;
    private long documents;

    Lines(OutputStream out, Consumer<Issue> issues) {
        this.out = out;
        this.issues = issues;
    }

    @Override
    public void document(Guide guide, Document document) {
        documents++;
        try {
            document.writeTo(out);
            out.write('\n');
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void issue(Issue issue) {
        issues.accept(issue);
    }

    long documents() {
        return documents;
    }
}
