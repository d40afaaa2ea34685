package org.claimgate.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.claimgate.x12.Limits;

/**
 * X12 to JSON lines, each document a line. With more than one thread, the transaction sets of a file are read side by
 * side; lines and issues come out in the order of the file. Memory does not grow with the file. Files that are written one after
 * another are one stream of lines: what repeats the end of the file before says so.
 */
public final class JsonLines {

    private final DocumentReader reader;
    private final Limits limits;
    private final int threads;
    private final Repeats repeats = new Repeats();

    /** @param threads how many read sets, the one that calls among them */
    public JsonLines(Guides guides, Limits limits, int threads) {
        this.reader = new DocumentReader(guides, limits);
        this.limits = limits;
        this.threads = SideBySide.affordable(threads);
    }

    /**
     * Reads until the stream ends.
     *
     * @param issues told from any thread, one at a time
     * @return how many documents were written
     * @throws IOException when a stream fails
     */
    public long write(InputStream in, OutputStream out, Consumer<Issue> issues) throws IOException {
        if (threads < 2) {
            Alone alone = new Alone(out, issues);
            reader.read(in, alone, null, repeats);
            alone.flush();
            return alone.lines.documents();
        }
        SideBySide.Sizes sizes = SideBySide.Sizes.of(threads);
        StretchFinder finder = new StretchFinder(reader, in, sizes, repeats);
        SpeakingOrder order = new SpeakingOrder(out, issues, sizes.kept());
        return new SideBySide(limits, threads, finder, order).read();
    }

    /** Writes what it gets. */
    private static final class Alone implements DocumentHandler {

        private static final int FLUSH_AT = 64 * 1024;

        private final OutputStream out;
        private final JsonText text = new JsonText();
        private final Lines lines;
        private final Consumer<Issue> issues;

        private Alone(OutputStream out, Consumer<Issue> issues) {
            this.out = out;
            this.lines = new Lines(text);
            this.issues = issues;
        }

        @Override
        public void document(Guide guide, Document document) {
            lines.document(document);
            if (text.length() > FLUSH_AT) {
                flush();
            }
        }

        @Override
        public void issue(Issue issue) {
            issues.accept(issue);
        }

        private void flush() {
            try {
                text.writeTo(out);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
            text.clear();
        }
    }
}
