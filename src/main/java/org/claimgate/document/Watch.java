package org.claimgate.document;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;

/**
 * Watches the reading of one document: ends it when it takes too long, goes too deep, or its thread is wanted for something
 * else. Libraries wrap what is thrown inside them, so the reason is kept.
 */
final class Watch {

    private final Limits limits;
    private final long start = System.nanoTime();
    private int values;
    private RuntimeException reason;

    Watch(Limits limits) {
        this.limits = limits;
    }

    Limits limits() {
        return limits;
    }

    /** A value begins, inside so many others. */
    void value(int depth) {
        if (++values > limits.values()) {
            throw end(limit("at most " + limits.values() + " values in a document"));
        }
        if (depth > limits.depth()) {
            throw end(limit("values at most " + limits.depth() + " deep"));
        }
        check();
    }

    /** @throws RuntimeException when the time is over or the thread interrupted */
    void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw end(new UncheckedIOException(new InterruptedIOException("interrupted while reading a document")));
        }
        if (System.nanoTime() - start > limits.time().toNanos()) {
            throw end(limit("a document that is read within " + limits.time().toSeconds() + " s"));
        }
    }

    /** Where the values end that have been read: what comes from a parser has no line any more. */
    private Refusal limit(String expected) {
        return Refusal.limit(expected, "value " + values);
    }

    /** Keeps the reason for which reading ends. */
    RuntimeException end(RuntimeException why) {
        reason = why;
        return why;
    }

    /** Why reading was ended from here; null when it was not. */
    RuntimeException reason() {
        return reason;
    }

    /** The content as a stream that is watched. */
    InputStream over(Content content) {
        return new ByteArrayInputStream(content.bytes()) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                check();
                return super.read(into, offset, length);
            }
        };
    }
}
