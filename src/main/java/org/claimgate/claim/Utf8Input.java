package org.claimgate.claim;

import java.io.CharConversionException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes that are known to be UTF-8: the JSON library takes longer forms of characters than the shortest, which is how a character is
 * smuggled past those who look for it. What stands before a byte that is wrong is given first.
 */
final class Utf8Input extends FilterInputStream {

    private int line = 1;
    private int column;
    /** How many bytes of the character are missing, and what the next may be. */
    private int missing;

    private int least;
    private int greatest;
    private boolean malformed;

    Utf8Input(InputStream in) {
        super(in);
    }

    /** Line of the byte read last, from 1. */
    int line() {
        return line;
    }

    /** Place of that byte in its line, from 1. */
    int column() {
        return column;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** @throws CharConversionException at a byte that is not UTF-8 */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = malformed ? 0 : super.read(bytes, offset, length);
        for (int i = 0; i < read; i++) {
            if (!take(bytes[offset + i] & 0xFF)) {
                malformed = true;
                read = i;
            }
        }
        malformed |= read < 0 && missing > 0;
        if (malformed && read <= 0) {
            throw new CharConversionException("not UTF-8");
        }
        return read;
    }

    private boolean take(int next) {
        column++;
        if (missing > 0) {
            boolean fits = next >= least && next <= greatest;
            expect(missing - 1, 0x80, 0xBF);
            return fits;
        }
        if (next == '\n') {
            line++;
            column = 0;
        }
        return next < 0x80 || begin(next);
    }

    /** Begins a character of several bytes; false for a byte that begins none. */
    private boolean begin(int first) {
        if (first >= 0xC2 && first < 0xE0) {
            expect(1, 0x80, 0xBF);
        } else if (first >= 0xE0 && first < 0xF0) {
            expect(2, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF);
        } else if (first >= 0xF0 && first < 0xF5) {
            expect(3, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF);
        }
        return missing > 0;
    }

    private void expect(int bytes, int newLeast, int newGreatest) {
        missing = bytes;
        least = newLeast;
        greatest = newGreatest;
    }
}
