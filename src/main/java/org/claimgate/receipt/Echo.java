package org.claimgate.receipt;

import java.util.Locale;

/** Repeats what was received in a form that cannot make the acknowledgment itself wrong. */
final class Echo {

    private static final String SEPARATORS = "*^:~";

    private Echo() {}

    /**
     * The beginning of a value; null for one that is blank at its edges or holds a separator or a character that X12 does
     * not have: such a value is left out.
     */
    static String of(String value, int longest) {
        if (value == null || value.isEmpty() || !value.equals(value.strip())) {
            return null;
        }
        String beginning = value.substring(0, Math.min(longest, value.length())).strip();
        return plain(beginning) ? beginning : null;
    }

    static boolean plain(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c <= '~' && SEPARATORS.indexOf(c) < 0);
    }

    static boolean digits(String value, int minimum, int maximum) {
        return value.length() >= minimum
                && value.length() <= maximum
                && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** A segment identifier of two or three capitals and digits, whatever stood there. */
    static String segmentId(String id) {
        String known = id.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return (known + "ZZ").substring(0, Math.max(2, Math.min(3, known.length())));
    }

    /** A control number of four to nine characters: a shorter one filled up with zeros, a longer one cut. */
    static String setControlNumber(String number) {
        String known = plain(number) ? number.strip() : "";
        String filled = "0".repeat(Math.max(0, 4 - known.length())) + known;
        return filled.substring(0, Math.min(9, filled.length()));
    }
}
