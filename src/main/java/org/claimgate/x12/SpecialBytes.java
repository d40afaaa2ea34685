package org.claimgate.x12;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds the bytes of a segment that are more than plain data, eight at a time: separators of elements, terminators, controls. */
final class SpecialBytes {

    private static final byte DELETE = 0x7F;
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = ONES << 7;

    private final boolean[] controls = new boolean[256];
    private final byte separator;
    private final byte terminator;
    private final long separators;
    private final long terminators;

    SpecialBytes(Delimiters delimiters) {
        separator = delimiters.element();
        terminator = delimiters.terminator();
        separators = ONES * (separator & 0xFF);
        terminators = ONES * (terminator & 0xFF);
        for (int value = 0; value < controls.length; value++) {
            controls[value] = value < ' ' || value == DELETE;
        }
        controls['\n'] = false;
        controls['\r'] = false;
        controls[delimiters.component() & 0xFF] = false;
        controls[delimiters.repetition() & 0xFF] &= delimiters.repetition() == 0;
    }

    /** A line break that does not end segments. */
    boolean isLineBreak(byte value) {
        return value == '\n' || value == '\r';
    }

    /** A control character that is neither a separator nor a line break. */
    boolean isControl(byte value) {
        return controls[value & 0xFF];
    }

    /**
     * The highest bit of each of the eight bytes at a place, the first byte the lowest, that may be special: no such byte is missed, and now and then
     * a plain one is marked.
     *
     * @param end behind the last byte to look at, which may be nearer than eight
     */
    long marks(byte[] bytes, int at, int end) {
        if (at > end - Long.BYTES) {
            return lastMarks(bytes, at, end);
        }
        long eight = (long) EIGHT_BYTES.get(bytes, at);
        long controls = eight - ONES * ' ' & ~eight;
        return (controls | zeros(eight ^ separators) | zeros(eight ^ terminators) | zeros(eight ^ ONES * DELETE))
                & HIGH_BITS;
    }

    /** In the highest bit of each byte: whether it is zero, or stands above one that is. */
    private static long zeros(long eight) {
        return eight - ONES & ~eight;
    }

    private long lastMarks(byte[] bytes, int from, int to) {
        long marks = 0;
        for (int at = from; at < to; at++) {
            byte value = bytes[at];
            boolean special = value == separator || value == terminator || isLineBreak(value) || isControl(value);
            marks |= special ? 0x80L << ((at - from) * Byte.SIZE) : 0;
        }
        return marks;
    }
}
