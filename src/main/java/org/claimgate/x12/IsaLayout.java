package org.claimgate.x12;

/** The fixed layout of an ISA, in bytes, and what to say of one that departs from it. */
final class IsaLayout {

    static final int LENGTH = 106;

    private static final int ELEMENTS = 16;
    private static final int REPETITION_AT = 82;
    private static final int COMPONENT_AT = 104;
    private static final int TERMINATOR_AT = 105;
    /** How far a misshapen ISA is followed to find its end. */
    private static final int REACH = 256;

    private static final int[] WIDTHS = {0, 2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1};
    private static final String[] CODES = {
        "", "010", "011", "012", "013", "005", "006", "007", "008", "014", "015", "016", "017", "018", "019", "020",
        "027"
    };

    /** What is wrong with an ISA: a TA1 note code and words. */
    record Objection(String code, String message) {}

    private IsaLayout() {}

    /** The TA1 note code of an ISA element. */
    static String code(int element) {
        return CODES[element];
    }

    static int width(int element) {
        return WIDTHS[element];
    }

    /** Whether these bytes begin like an ISA: the identifier and then something that can separate. */
    static boolean begins(byte[] bytes, int at) {
        return bytes[at] == 'I' && bytes[at + 1] == 'S' && bytes[at + 2] == 'A' && separates(bytes[at + 3]);
    }

    /** Whether the 106 bytes hold a separator everywhere an ISA has one. */
    static boolean fits(byte[] bytes, int at) {
        int place = at + 3;
        for (int element = 1; element <= ELEMENTS; element++) {
            if (bytes[place] != bytes[at + 3]) {
                return false;
            }
            place += WIDTHS[element] + 1;
        }
        return true;
    }

    static Delimiters delimiters(byte[] bytes, int at) {
        byte element = bytes[at + 3];
        byte repetition = bytes[at + REPETITION_AT];
        byte component = bytes[at + COMPONENT_AT];
        byte terminator = bytes[at + TERMINATOR_AT];
        boolean distinct = repetition != element && repetition != component && repetition != terminator;
        return new Delimiters(element, separates(repetition) && distinct ? repetition : 0, component, terminator);
    }

    /** What is wrong with separators; null when they can be used. */
    static Objection objection(Delimiters delimiters) {
        if (!separates(delimiters.component())) {
            return new Objection("027", "the component separator in ISA16 is a letter, a digit or a blank");
        }
        if (!separates(delimiters.terminator())) {
            return new Objection("004", "the segment terminator behind ISA16 is a letter, a digit or a blank");
        }
        byte repetition = delimiters.repetition();
        if (repetition != 0 && !separates(repetition)) {
            return new Objection("016", "the repetition separator in ISA11 is a letter, a digit or a blank");
        }
        if (delimiters.component() == delimiters.element()) {
            return new Objection("027", "the component separator in ISA16 is the same as the element separator");
        }
        if (delimiters.terminator() == delimiters.element()) {
            return new Objection("004", "the segment terminator is the same as the element separator");
        }
        if (delimiters.terminator() == delimiters.component()) {
            return new Objection("004", "the segment terminator is the same as the component separator in ISA16");
        }
        if (repetition == delimiters.element()
                || repetition == delimiters.component()
                || repetition == delimiters.terminator()) {
            return new Objection("016", "the repetition separator in ISA11 is the same as another separator");
        }
        return null;
    }

    /**
     * What is wrong with an ISA that does not fit.
     *
     * @param end end of the bytes that may be looked at
     */
    static Objection misfit(byte[] bytes, int at, int end) {
        int[] separators = separators(bytes, at, end);
        if (separators == null) {
            return new Objection("022", "ISA has fewer than 16 elements; it must be 106 bytes long with 16 elements");
        }
        int length = separators[ELEMENTS] + 3 - at;
        for (int element = 1; element < ELEMENTS; element++) {
            int width = separators[element + 1] - separators[element] - 1;
            if (width != WIDTHS[element]) {
                String message = String.format(
                        "ISA is not in its fixed form: ISA%02d is %d bytes long, expected %d",
                        element, width, WIDTHS[element]);
                if (length != LENGTH) {
                    message += "; the ISA is " + length + " bytes long, expected " + LENGTH;
                }
                return new Objection(CODES[element], message);
            }
        }
        return new Objection("022", "ISA breaks off before its end; it must be 106 bytes long");
    }

    /** Whether a misshapen ISA is one all the same: its elements are there, and its version looks like one. */
    static boolean resembles(byte[] bytes, int at, int end) {
        int[] separators = separators(bytes, at, end);
        return separators != null
                && separators[2] - separators[1] <= 3
                && bytes[separators[12] + 1] == '0'
                && bytes[separators[12] + 2] == '0';
    }

    /** The terminator that a misshapen ISA seems to have; 0 when it cannot be told. */
    static byte likelyTerminator(byte[] bytes, int at, int end) {
        int[] separators = separators(bytes, at, end);
        return separators == null || separators[ELEMENTS] + 2 >= end ? 0 : bytes[separators[ELEMENTS] + 2];
    }

    /** Places of the 16 separators, counted from 1; null when there are fewer. */
    private static int[] separators(byte[] bytes, int at, int end) {
        int[] found = new int[ELEMENTS + 1];
        int count = 0;
        for (int i = at + 3; i < Math.min(end, at + REACH) && bytes[i] != '\n' && bytes[i] != '\r'; i++) {
            if (bytes[i] == bytes[at + 3]) {
                found[++count] = i;
                if (count == ELEMENTS) {
                    return found;
                }
            }
        }
        return null;
    }

    private static boolean separates(byte value) {
        boolean letter = (value >= 'A' && value <= 'Z') || (value >= 'a' && value <= 'z');
        return !letter && !(value >= '0' && value <= '9') && value != ' ' && value != 0;
    }
}
