package org.claimgate.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A document before anything reads it: as UTF-8, not too long, no line too long, no byte that is not of its encoding. */
record Content(byte[] bytes) {

    private static final int CHUNK = 64 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * Reads a document as far as it keeps the limits.
     *
     * @throws Refusal where it does not
     * @throws IOException when the stream fails
     */
    static Content read(InputStream in, Charset encoding, Limits limits) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        int line = 0;
        for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
            for (int i = 0; i < length; i++) {
                line = isLineBreak(chunk[i]) ? 0 : line + 1;
                if (line > limits.line() || read.size() + i >= limits.bytes()) {
                    read.write(chunk, 0, i);
                    throw tooLong(read.toByteArray(), line > limits.line(), limits);
                }
            }
            read.write(chunk, 0, length);
        }
        return decode(read.toByteArray(), encoding).complete();
    }

    private static boolean isLineBreak(byte b) {
        return b == '\n' || b == '\r';
    }

    private static Refusal tooLong(byte[] read, boolean line, Limits limits) {
        String most = line ? limits.line() + " bytes in a line" : limits.bytes() + " bytes in a document";
        return Refusal.limit("at most " + most, new Content(read).place(read.length));
    }

    private static Content decode(byte[] bytes, Charset encoding) {
        CharsetDecoder decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw Refusal.syntax("text in " + encoding.name(), new Content(bytes).place(in.position()));
        }
        out.flip();
        boolean marked = out.length() > 0 && out.charAt(0) == BYTE_ORDER_MARK;
        return encoding.equals(StandardCharsets.UTF_8) && !marked
                ? new Content(bytes)
                : new Content(out.toString().substring(marked ? 1 : 0).getBytes(StandardCharsets.UTF_8));
    }

    /** A document of lines gets the line break that its last line lacks: files often lack it, and schemas need not know. */
    private Content complete() {
        boolean complete = bytes.length == 0 || isLineBreak(bytes[bytes.length - 1]);
        for (int i = 0; i < bytes.length && !complete; i++) {
            if (isLineBreak(bytes[i])) {
                byte[] more = Arrays.copyOf(bytes, bytes.length + 1);
                more[bytes.length] = '\n';
                return new Content(more);
            }
        }
        return this;
    }

    /** Where a byte stands, such as {@code line 5, column 22}; columns are characters. */
    String place(long offset) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < Math.min(offset, bytes.length); i++) {
            boolean ends = bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n'));
            if (ends) {
                line++;
                column = 1;
            } else if ((bytes[i] & 0xC0) != 0x80) {
                column++;
            }
        }
        return place(line, column);
    }

    static String place(int line, int column) {
        return "line " + line + ", column " + column;
    }
}
