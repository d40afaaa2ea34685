package org.claimgate.x12;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * One value as bytes of the reader's buffer: valid until the reader moves on. As a sequence of characters it is one
 * character per byte, which is the text itself as long as it is ASCII; {@link #toString()} reads UTF-8 where it is valid
 * UTF-8, ISO-8859-1 otherwise.
 */
public final class Slice implements CharSequence {

    private static final byte[] NOTHING = {};

    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private byte[] bytes = NOTHING;
    private int from;
    private int to;
    private boolean plain;

    /** Points at a value in a buffer. */
    public void set(byte[] newBytes, int newFrom, int newTo) {
        set(newBytes, newFrom, newTo, false);
    }

    /** @param newPlain whether it is known to be plain */
    void set(byte[] newBytes, int newFrom, int newTo, boolean newPlain) {
        bytes = newBytes;
        from = newFrom;
        to = newTo;
        plain = newPlain;
    }

    /** Whether it is known that there is nothing in it but printable ASCII, and neither quotation marks nor backslashes. */
    public boolean isPlain() {
        return plain;
    }

    /** The buffer that holds the value between {@link #from()} and {@link #to()}; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    /** The value as a number, which no other value has; 0 for nothing and for more than eight bytes. */
    public long packed() {
        return EightBytes.packed(bytes, from, to);
    }

    /** The number that a value has which is this text; 0 also for what is not ASCII. */
    public static long pack(CharSequence text) {
        if (text.length() > Long.BYTES) {
            return 0;
        }
        long packed = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return 0;
            }
            packed = packed << Byte.SIZE | c;
        }
        return packed;
    }

    @Override
    public int length() {
        return to - from;
    }

    @Override
    public boolean isEmpty() {
        return from == to;
    }

    @Override
    public char charAt(int index) {
        return (char) (bytes[from + index] & 0xFF);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return toString().subSequence(start, end);
    }

    /** Whether the value is this text, of ASCII characters. */
    public boolean matches(String text) {
        if (to - from != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Narrows the value to a part of itself. */
    public void narrow(int start, int end) {
        to = from + end;
        from += start;
    }

    @Override
    public String toString() {
        if (from == to) {
            return "";
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return decode();
            }
        }
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private String decode() {
        try {
            return utf8.decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }
}
