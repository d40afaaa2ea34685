package org.claimgate.x12;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * A growable buffer before a stream. Bytes behind the earliest open mark stay in it, so that one of them can still be
 * changed.
 */
final class OutputWindow {

    private static final int FIRST_SIZE = 1024;
    private static final int FLUSH_AT = 32 * 1024;

    private final ProvisionalStream out;
    private byte[] bytes = new byte[FIRST_SIZE];
    private int size;
    private long base;
    private long[] marks = new long[4];
    private long[] places = new long[4];
    private int open;
    /** What is behind this place may be taken back; negative while nothing may. */
    private long saved = -1;

    private long[] savedMarks = {};
    private long[] savedPlaces = {};

    OutputWindow(OutputStream out) {
        this.out = new ProvisionalStream(out);
    }

    void put(byte value) {
        if (size == bytes.length) {
            grow(1);
        }
        bytes[size++] = value;
    }

    void put(byte[] values, int from, int length) {
        if (bytes.length - size < length) {
            grow(length);
        }
        System.arraycopy(values, from, bytes, size, length);
        size += length;
    }

    /** Opens a mark at the end of what was written, and returns its absolute place. */
    long mark() {
        if (open == marks.length) {
            marks = Arrays.copyOf(marks, open * 2);
            places = Arrays.copyOf(places, open * 2);
        }
        marks[open] = base + size;
        places[open] = -1;
        return marks[open++];
    }

    /** Gives marks that were opened right before the segment just written the place of its last byte. */
    void settle(long segmentStart) {
        for (int i = open - 1; i >= 0 && marks[i] == segmentStart; i--) {
            places[i] = base + size - 1;
        }
    }

    /** Changes the byte that a mark stands for and closes the mark. */
    void release(long mark, byte value) {
        int index = open - 1;
        while (index >= 0 && marks[index] != mark) {
            index--;
        }
        if (index < 0 || places[index] < 0) {
            throw new IllegalStateException("no segment was written behind an open mark of this place");
        }
        bytes[(int) (places[index] - base)] = value;
        open--;
        System.arraycopy(marks, index + 1, marks, index, open - index);
        System.arraycopy(places, index + 1, places, index, open - index);
    }

    /** Absolute place of the next byte. */
    long place() {
        return base + size;
    }

    /** What is put from now on can be taken back, until it is kept. */
    void save() {
        saved = base + size;
        savedMarks = Arrays.copyOf(marks, open);
        savedPlaces = Arrays.copyOf(places, open);
    }

    void keep() throws IOException {
        saved = -1;
        flushIfLarge();
    }

    /** Takes back what was put since {@link #save()}; marks that were closed since then are open again. */
    void takeBack() {
        size = (int) (saved - base);
        open = savedMarks.length;
        System.arraycopy(savedMarks, 0, marks, 0, open);
        System.arraycopy(savedPlaces, 0, places, 0, open);
        saved = -1;
    }

    void flushIfLarge() throws IOException {
        if (size >= FLUSH_AT && saved < 0) {
            writeThrough();
        }
    }

    /** What is put from now on is provisional, until it is kept or dropped. Refused while a mark is open. */
    void beginProvisional() throws IOException {
        writeAll();
        out.begin();
    }

    void keepProvisional() throws IOException {
        writeAll();
        out.keep();
    }

    void dropProvisional() throws IOException {
        size = 0;
        open = 0;
        out.drop();
    }

    /** Writes everything out; refused while a mark is open. */
    void flush() throws IOException {
        writeAll();
        out.flush();
    }

    private void writeAll() throws IOException {
        if (open > 0) {
            throw new IllegalStateException("a held segment was never released");
        }
        writeThrough();
    }

    private void writeThrough() throws IOException {
        int ready = open == 0 ? size : (int) (marks[0] - base);
        if (ready == 0) {
            return;
        }
        out.write(bytes, 0, ready);
        System.arraycopy(bytes, ready, bytes, 0, size - ready);
        size -= ready;
        base += ready;
    }

    private void grow(int atLeast) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + atLeast));
    }
}
