package org.claimgate.x12;

/** Finds the bytes of a segment that are more than plain data: separators of elements, terminators, controls. */
final class SpecialBytes {

    private final boolean[] controls = new boolean[256];
    private final long separators;
    private final long terminators;

    SpecialBytes(Delimiters delimiters) {
        separators = EightBytes.all(delimiters.element());
        terminators = EightBytes.all(delimiters.terminator());
        for (int value = 0; value < controls.length; value++) {
            controls[value] = value < ' ' || value == EightBytes.DELETE;
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
     * Marks those of the eight bytes at a place that may be special.
     *
     * @param end behind the last byte to look at, which may be nearer than eight
     */
    long marks(byte[] bytes, int at, int end) {
        return at <= end - Long.BYTES
                ? EightBytes.marks(marked(EightBytes.at(bytes, at)))
                : EightBytes.marks(marked(EightBytes.last(bytes, at)), end - at);
    }

    private long marked(long eight) {
        return EightBytes.controls(eight) | EightBytes.equal(eight, separators) | EightBytes.equal(eight, terminators);
    }
}
