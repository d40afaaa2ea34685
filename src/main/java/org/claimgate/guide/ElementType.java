package org.claimgate.guide;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * What the dictionary says of a data element.
 *
 * @param dataElement X12 data element number, such as 1035
 * @param kind AN, ID, DT, TM, N0, N2, R or B
 * @param minimum least length; of numbers, in digits without sign and point
 * @param maximum greatest length
 * @param repeats how often the element may repeat
 */
record ElementType(String dataElement, String kind, int minimum, int maximum, int repeats) {

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

    private static final Fault DATE = new Fault("8", "a calendar date CCYYMMDD");
    private static final Fault TIME = new Fault("9", "a time HHMM, HHMMSS or HHMMSSDD");

    /** Judges a value that is not empty. */
    Fault judge(String value) {
        Fault fault =
                switch (kind) {
                    case "DT" -> judgeDate(value);
                    case "TM" -> isTime(value) ? null : TIME;
                    case "N0", "N2" -> isNumber(value, false) ? null : new Fault("6", "a whole number");
                    case "R" -> isNumber(value, true) ? null : new Fault("6", "a decimal number");
                    default -> judgeText(value);
                };
        return fault != null ? fault : judgeLength(value);
    }

    private Fault judgeLength(String value) {
        int length = isNumeric() ? digits(value) : value.length();
        if (length > maximum) {
            return new Fault("5", "at most " + maximum + (isNumeric() ? " digits" : " characters"));
        }
        if (length < minimum) {
            return new Fault("4", "at least " + minimum + (isNumeric() ? " digits" : " characters"));
        }
        return null;
    }

    private boolean isNumeric() {
        return kind.equals("R") || kind.startsWith("N");
    }

    private static Fault judgeText(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                return new Fault("6", "no control characters");
            }
        }
        return null;
    }

    private static Fault judgeDate(String value) {
        return value.length() == 6 ? (isDate("20" + value) ? null : DATE) : isDate(value) ? null : DATE;
    }

    /** Judges a value by a date format qualifier (data element 1250): D8, RD8, DT, TM, D6; other formats are not judged. */
    static Fault judgeFormat(String format, String value) {
        return switch (format) {
            case "D8" -> isDate(value) ? null : DATE;
            case "D6" -> isDate("20" + value) ? null : new Fault("8", "a calendar date YYMMDD");
            case "TM" -> isTime(value) ? null : TIME;
            case "DT" -> isDateAndTime(value) ? null : new Fault("8", "a date and time CCYYMMDDHHMM");
            case "RD8" -> isDateRange(value) ? null : new Fault("8", "a range of dates CCYYMMDD-CCYYMMDD");
            default -> null;
        };
    }

    private static boolean isDateRange(String value) {
        return value.length() == 17
                && value.charAt(8) == '-'
                && isDate(value.substring(0, 8))
                && isDate(value.substring(9));
    }

    private static boolean isDateAndTime(String value) {
        return value.length() >= 12 && isDate(value.substring(0, 8)) && isTime(value.substring(8));
    }

    private static boolean isDate(String value) {
        if (value.length() != 8 || digits(value) != 8) {
            return false;
        }
        try {
            LocalDate.of(number(value, 0, 4), number(value, 4, 6), number(value, 6, 8));
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    private static boolean isTime(String value) {
        int length = value.length();
        return (length == 4 || length == 6 || length == 7 || length == 8)
                && digits(value) == length
                && number(value, 0, 2) < 24
                && number(value, 2, 4) < 60
                && (length < 6 || number(value, 4, 6) < 60);
    }

    private static int number(String value, int from, int to) {
        return Integer.parseInt(value.substring(from, to));
    }

    private static boolean isNumber(String value, boolean pointAllowed) {
        int points = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '.' && pointAllowed) {
                points++;
            } else if (!(c >= '0' && c <= '9') && !(c == '-' && i == 0)) {
                return false;
            }
        }
        return points <= 1 && digits(value) > 0;
    }

    private static int digits(String value) {
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
