package org.claimgate.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.claimgate.guide.Guides;
import org.claimgate.guide.JsonLines;
import org.claimgate.x12.Limits;

/** X12 to JSON lines. A document with issues is written all the same: it is what the file says. */
final class JsonConversion implements Conversion {

    private final JsonLines lines;
    private final OutputStream out;
    private final PrintWriter err;

    JsonConversion(Guides guides, OutputStream out, PrintWriter err) {
        this.lines = new JsonLines(guides, Limits.USUAL, Runtime.getRuntime().availableProcessors());
        this.out = out;
        this.err = err;
    }

    @Override
    public boolean convert(String file, InputStream in) throws IOException {
        Complaints complaints = new Complaints(file, err);
        try {
            complaints.tally().documents(lines.write(in, out, issue -> complaints.add(0, issue)));
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
}
