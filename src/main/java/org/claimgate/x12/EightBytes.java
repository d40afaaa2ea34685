package org.claimgate.x12;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes looked at together, the first in the lowest place. Marks are the highest bits of the bytes that may be what was looked for:
 * none is missed, and now and then the byte above one is marked too.
 */
final class EightBytes {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = ONES << 7;

    /** The control character beyond the blank. */
    static final byte DELETE = 0x7F;

    private static final long DELETES = all(DELETE);

    private EightBytes() {}

    /** The eight bytes at a place. */
    static long at(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** The same, with zeros in the place of those that the array has not. */
    static long last(byte[] bytes, int at) {
        if (at <= bytes.length - Long.BYTES) {
            return at(bytes, at);
        }
        long eight = 0;
        for (int i = bytes.length - 1; i >= at; i--) {
            eight = eight << Byte.SIZE | (bytes[i] & 0xFF);
        }
        return eight;
    }

    /** What stands between two places as a number; 0 for nothing and for more than eight bytes. */
    static long packed(byte[] bytes, int from, int to) {
        int size = to - from;
        return size == 0 || size > Long.BYTES ? 0 : last(bytes, from) & firstBytes(size);
    }

    private static long firstBytes(int count) {
        return -1L >>> (Long.SIZE - Byte.SIZE * count);
    }

    /** A byte eight times. */
    static long all(byte value) {
        return ONES * (value & 0xFF);
    }

    /** Marks the bytes that are equal in both, in the highest bit of each; the other bits mean nothing. */
    static long equal(long eight, long other) {
        long different = eight ^ other;
        return different - ONES & ~different;
    }

    /** Marks the control characters in the same way: what is below the blank, and DEL. */
    static long controls(long eight) {
        return (eight - ONES * ' ' & ~eight) | equal(eight, DELETES);
    }

    /** Nothing but the marks. */
    static long marks(long marked) {
        return marked & HIGH_BITS;
    }

    /** The same of the first so many bytes, fewer than eight. */
    static long marks(long marked, int bytes) {
        return marked & HIGH_BITS & firstBytes(bytes);
    }

    /** How many bytes stand before the first that is marked. */
    static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }
}
