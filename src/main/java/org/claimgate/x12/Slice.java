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

    /** Points at a value in a buffer. */
    public void set(byte[] newBytes, int newFrom, int newTo) {
        bytes = newBytes;
        from = newFrom;
        to = newTo;
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
