package org.claimgate.x12;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes segments and the envelope around them; keeps counts. Trailing empty elements and components are left out.
 *
 * <p>A value that holds a delimiter or a control character is refused: {@link #put} returns false and leaves the
 * place empty, unless a replacement was given. Text is UTF-8.
 */
public final class SegmentWriter implements AutoCloseable {

    /**
     * @param lineBreak written behind every terminator: "", "\n" or "\r\n"
     * @param replacement stands in for a delimiter or control character inside data; null refuses such data
     */
    public SegmentWriter(OutputStream out, Delimiters delimiters, String lineBreak, Character replacement) {
        throw new UnsupportedOperationException();
    }

    /** Writes the ISA, padded to its fixed 106 bytes. */
    public void beginInterchange(Interchange header) throws IOException {
        throw new UnsupportedOperationException();
    }

    public void beginGroup(FunctionalGroup header) throws IOException {
        throw new UnsupportedOperationException();
    }

    public void beginSet(TransactionSet header) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Starts a segment; the one before it must have been ended. */
    public void begin(String id) {
        throw new UnsupportedOperationException();
    }

    /** Puts a simple element. False: refused because of a character that the interchange cannot carry. */
    public boolean put(int element, String value) {
        return put(element, 1, 1, value);
    }

    /** Puts one component of one repetition of an element. Places may be filled in any order. */
    public boolean put(int element, int repetition, int component, String value) {
        throw new UnsupportedOperationException();
    }

    /** Drops the segment that was begun. */
    public void discard() {
        throw new UnsupportedOperationException();
    }

    /** Ends and writes the segment. */
    public void end() throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Position inside its set of the segment written last, ST being 1. */
    public int positionInSet() {
        throw new UnsupportedOperationException();
    }

    /**
     * Holds output back from now on, so that a single byte written as a placeholder can be changed. Returns a mark for
     * {@link #release}: the place of the last byte of the segment's last element written next before its terminator.
     */
    public long hold() {
        throw new UnsupportedOperationException();
    }

    /** Sets the byte at the end of the segment that followed {@link #hold()} and lets output go on. */
    public void release(long mark, char lastByte) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Writes SE with the segment count. */
    public void endSet() throws IOException {
        throw new UnsupportedOperationException();
    }

    public void endGroup() throws IOException {
        throw new UnsupportedOperationException();
    }

    public void endInterchange() throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Flushes, without closing the stream underneath. */
    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException();
    }
}
