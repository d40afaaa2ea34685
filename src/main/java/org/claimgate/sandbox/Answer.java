package org.claimgate.sandbox;

import java.nio.charset.StandardCharsets;

/**
 * One file that the clearinghouse answers with.
 *
 * @param kind what it is: {@code TA1}, {@code 999}, {@code 277CA}, {@code 835}, {@code 277}, {@code report}, {@code batches}
 * @param ending of its file name: {@code x12} or {@code txt}
 * @param bytes the interchange or text
 * @param later whether it may appear only when all files before it have been picked up
 */
record Answer(String kind, String ending, byte[] bytes, boolean later) {

    private static final String X12 = "x12";

    static Answer now(String kind, byte[] bytes) {
        return new Answer(kind, X12, bytes, false);
    }

    static Answer later(String kind, byte[] bytes) {
        return new Answer(kind, X12, bytes, true);
    }

    /** One that is no X12. */
    static Answer text(String kind, String text) {
        return new Answer(kind, "txt", text.getBytes(StandardCharsets.UTF_8), false);
    }

    boolean isX12() {
        return ending.equals(X12);
    }
}
