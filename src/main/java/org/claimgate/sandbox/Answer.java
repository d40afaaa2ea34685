package org.claimgate.sandbox;

/**
 * One file that the clearinghouse answers with.
 *
 * @param kind what it is, as the last part of its file name: {@code TA1}, {@code 999}, {@code 277CA}, {@code 835}, {@code 277}
 * @param bytes the interchange
 * @param later whether it may appear only when all files before it have been picked up
 */
record Answer(String kind, byte[] bytes, boolean later) {

    static Answer now(String kind, byte[] bytes) {
        return new Answer(kind, bytes, false);
    }

    static Answer later(String kind, byte[] bytes) {
        return new Answer(kind, bytes, true);
    }
}
