package org.claimgate.x12;

/**
 * One segment as a view on the reader's buffer: valid until the reader moves on. Elements, repetitions and components
 * are counted from 1, as X12 does. A value that is absent reads as the empty string.
 */
public final class Segment {

    /** Segment identifier, such as {@code NM1}. */
    public String id() {
        throw new UnsupportedOperationException();
    }

    /** The identifier packed into an int: up to three ASCII bytes, the first in the highest place ({@link #packId}). */
    public int packedId() {
        throw new UnsupportedOperationException();
    }

    /** Packs an identifier of one to three characters for comparison with {@link #packedId()}. */
    public static int packId(String id) {
        throw new UnsupportedOperationException();
    }

    /** Number of elements, trailing empty ones included. */
    public int elements() {
        throw new UnsupportedOperationException();
    }

    /** Whether the element holds at least one byte. */
    public boolean has(int element) {
        throw new UnsupportedOperationException();
    }

    /** The whole element as it stands in the file, component and repetition separators included. */
    public String text(int element) {
        throw new UnsupportedOperationException();
    }

    public int repetitions(int element) {
        throw new UnsupportedOperationException();
    }

    /** Number of components of one repetition of an element; 0 when it is empty. */
    public int components(int element, int repetition) {
        throw new UnsupportedOperationException();
    }

    public String text(int element, int repetition, int component) {
        throw new UnsupportedOperationException();
    }

    /** Whether the first repetition's component holds exactly these bytes, without making a string. */
    public boolean matches(int element, int component, byte[] value) {
        throw new UnsupportedOperationException();
    }

    /** Byte offset of the segment in the file. */
    public long offset() {
        throw new UnsupportedOperationException();
    }

    /** Ordinal of the segment in the file, counted from 1. */
    public long ordinal() {
        throw new UnsupportedOperationException();
    }

    /** The segment as it stands in the file, without its terminator. For messages and quarantine, never for logs. */
    @Override
    public String toString() {
        throw new UnsupportedOperationException();
    }
}
