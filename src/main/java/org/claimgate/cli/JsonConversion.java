package org.claimgate.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.claimgate.guide.Document;
import org.claimgate.guide.DocumentHandler;
import org.claimgate.guide.DocumentReader;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.claimgate.x12.Limits;

/** X12 to JSON lines. A document with issues is written all the same: it is what the file says. */
final class JsonConversion implements Conversion {

    private final DocumentReader reader;
    private final OutputStream out;
    private final PrintWriter err;

    JsonConversion(Guides guides, OutputStream out, PrintWriter err) {
        this.reader = new DocumentReader(guides, Limits.USUAL);
        this.out = out;
        this.err = err;
    }

    @Override
    public boolean convert(String file, InputStream in) throws IOException {
        Complaints complaints = new Complaints(file, err);
        try {
            reader.read(in, new Lines(complaints));
        } catch (UncheckedIOException unwritable) {
            throw unwritable.getCause();
        }
        complaints.end();
        return !complaints.tally().hasErrors();
    }

    @Override
    public boolean finish() throws IOException {
        out.flush();
        return true;
    }

    /** Writes each document as a line. */
    private final class Lines implements DocumentHandler {

        private final Complaints complaints;

        private Lines(Complaints complaints) {
            this.complaints = complaints;
        }

        @Override
        public void document(Guide guide, Document document) {
            complaints.tally().document();
            try {
                document.writeTo(out);
                out.write('\n');
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }

        @Override
        public void issue(Issue issue) {
            complaints.add(0, issue);
        }
    }
}
