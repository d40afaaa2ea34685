package org.claimgate.x12;

/**
 * The four separators of an interchange, as bytes. They stand in the ISA: element at byte 4, repetition in ISA11
 * (from version 00402 on), component in ISA16, terminator behind it.
 */
public record Delimiters(byte element, byte repetition, byte component, byte terminator) {

    /** What most of the field writes: {@code * ^ : ~}. */
    public static final Delimiters USUAL = of('*', '^', ':', '~');

    public static Delimiters of(char element, char repetition, char component, char terminator) {
        return new Delimiters((byte) element, (byte) repetition, (byte) component, (byte) terminator);
    }
}
