package org.claimgate.guide;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import org.claimgate.x12.Delimiters;

/**
 * Writes documents as interchanges. ISA, GS and ST come from each document's {@code envelope} object ({@link Envelope});
 * a document whose envelope differs from the one before it ends that interchange, group or set and opens the next.
 * Documents that follow one another with equal surroundings share their billing provider, subscriber, payer loops.
 */
public final class DocumentWriter implements AutoCloseable {

    /**
     * @param lineBreak behind every terminator: "", "\n" or "\r\n"
     * @param replacement for a delimiter inside data; null refuses such data with an issue
     */
    public DocumentWriter(
            OutputStream out, Delimiters delimiters, String lineBreak, Character replacement, Consumer<Issue> issues) {
        throw new UnsupportedOperationException();
    }

    public void write(Guide guide, ObjectNode document) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Ends what is open and flushes, without closing the stream underneath. */
    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException();
    }
}
