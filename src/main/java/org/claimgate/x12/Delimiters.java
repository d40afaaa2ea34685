package org.claimgate.x12;

/**
 * The four separators of an interchange, as bytes. They stand in the ISA: element at byte 4, repetition in ISA11,
 * component in ISA16, terminator behind it. Repetition is 0 where the interchange has none: ISA11 holds a letter
 * (the {@code U} of versions before 00402), a blank, or one of the other separators.
 */
public record Delimiters(byte element, byte repetition, byte component, byte terminator) {

    /** What most of the field writes: {@code * ^ : ~}. */
    public static final Delimiters USUAL = of('*', '^', ':', '~');

    public static Delimiters of(char element, char repetition, char component, char terminator) {
        return new Delimiters((byte) element, (byte) repetition, (byte) component, (byte) terminator);
    }
}
