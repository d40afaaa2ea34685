package org.claimgate.guide;

import org.claimgate.x12.Slice;

/**
 * What the dictionary says of a data element.
 *
 * @param dataElement X12 data element number, such as 1035
 * @param minimum least length; of numbers, in digits without sign and point
 * @param maximum greatest length
 * @param repeats how often the element may repeat
 */
record ElementType(String dataElement, Kind kind, int minimum, int maximum, int repeats) {

    /** The types of X12: text, code, date, time, number with no or two implied places, decimal number, bytes. */
    enum Kind {
        AN,
        ID,
        DT,
        TM,
        N0,
        N2,
        R,
        B
    }

    /**
     * What is wrong with a value.
     *
     * @param code of IK403
     * @param expected in words
     * @param warning whether the value is taken all the same
     */
    record Fault(String code, String expected, boolean warning) {

        Fault(String code, String expected) {
            this(code, expected, false);
        }
    }

    private static final Fault WHOLE_NUMBER = new Fault("6", "a whole number");
    private static final Fault DECIMAL_NUMBER = new Fault("6", "a decimal number");
    private static final Fault CONTROL_CHARACTER = new Fault("6", "no control characters");
    private static final Fault BLANK_END = new Fault("6", "no blanks at the beginning or the end", true);
    private static final Fault BLANK = new Fault("6", "something other than blanks");

    /** Judges a value that is not empty. */
    Fault judge(CharSequence value) {
        Fault fault =
                switch (kind) {
                    case DT -> DateFormat.judgeDate(value);
                    case TM -> DateFormat.judgeTime(value);
                    case N0, N2 -> isNumber(value, false) ? null : WHOLE_NUMBER;
                    case R -> isNumber(value, true) ? null : DECIMAL_NUMBER;
                    case AN, ID, B -> judgeText(value);
                };
        return fault != null ? fault : judgeLength(value);
    }

    /** Blanks at the ends of a text mean nothing, unless it must have them to be long enough. */
    Fault judgeBlanks(CharSequence value) {
        int length = value.length();
        boolean blank = value.charAt(0) == ' ' || value.charAt(length - 1) == ' ';
        return blank && length > minimum ? BLANK_END : null;
    }

    private Fault judgeLength(CharSequence value) {
        int length = value.length();
        if (length <= maximum && (isNumeric() ? minimum <= 1 : length >= minimum)) {
            return null;
        }
        return isNumeric() ? judgeLength(digits(value), "digits") : judgeLength(length(value), "characters");
    }

    private Fault judgeLength(int length, String unit) {
        if (length > maximum) {
            return new Fault("5", "at most " + maximum + " " + unit);
        }
        if (length < minimum) {
            return new Fault("4", "at least " + minimum + " " + unit);
        }
        return null;
    }

    /** In characters: a slice has one for each byte. */
    private static int length(CharSequence value) {
        return value.toString().length();
    }

    private boolean isNumeric() {
        return kind == Kind.R || kind == Kind.N0 || kind == Kind.N2;
    }

    private static Fault judgeText(CharSequence value) {
        if (value.charAt(0) != ' ' && value instanceof Slice slice && slice.isPlain()) {
            return null;
        }
        boolean blank = true;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= 0x7F) {
                return judgeBeyondAscii(value.toString());
            }
            if (c < ' ') {
                return CONTROL_CHARACTER;
            }
            blank &= c == ' ';
        }
        return blank ? BLANK : null;
    }

    /** Bytes beyond ASCII only say what they are together. */
    private static Fault judgeBeyondAscii(String text) {
        return text.chars().anyMatch(Character::isISOControl) ? CONTROL_CHARACTER : null;
    }

    private static boolean isNumber(CharSequence value, boolean pointAllowed) {
        int points = 0;
        int digits = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && pointAllowed) {
                points++;
            } else if (c != '-' || i > 0) {
                return false;
            }
        }
        return points <= 1 && digits > 0;
    }

    private static int digits(CharSequence value) {
        int digits = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            }
        }
        return digits;
    }
}
