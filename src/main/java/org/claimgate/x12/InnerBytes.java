package org.claimgate.x12;

/** Finds the bytes inside elements that are not plain: separators of components and repetitions, and what is not {@link Slice#isPlain}. */
final class InnerBytes {

    private static final long QUOTES = EightBytes.all((byte) '"');
    private static final long BACKSLASHES = EightBytes.all((byte) '\\');

    private final byte component;
    private final byte repetition;
    private final long components;
    private final long repetitions;

    InnerBytes(Delimiters delimiters) {
        component = delimiters.component();
        repetition = delimiters.repetition();
        components = EightBytes.all(component);
        repetitions = EightBytes.all(repetition);
    }

    boolean isSeparator(byte value) {
        return value == component || (value == repetition && value != 0);
    }

    static boolean isPlain(byte value) {
        return value >= ' ' && value != EightBytes.DELETE && value != '"' && value != '\\';
    }

    /**
     * Marks those of the eight bytes at a place that may be separators or not plain.
     *
     * @param end behind the last byte to look at, which may be nearer than eight
     */
    long marks(byte[] bytes, int at, int end) {
        return at <= end - Long.BYTES
                ? EightBytes.marks(marked(EightBytes.at(bytes, at)))
                : EightBytes.marks(marked(EightBytes.last(bytes, at)), end - at);
    }

    private long marked(long eight) {
        return eight
                | EightBytes.controls(eight)
                | EightBytes.equal(eight, components)
                | EightBytes.equal(eight, repetitions)
                | EightBytes.equal(eight, QUOTES)
                | EightBytes.equal(eight, BACKSLASHES);
    }
}
