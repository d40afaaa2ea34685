package org.claimgate.guide;

import org.claimgate.guide.ElementType.Fault;

/** Dates and times as X12 writes them, bare or behind a format qualifier (data element 1250). */
final class DateFormat {

    private static final Fault DATE = new Fault("8", "a calendar date CCYYMMDD");
    private static final Fault SHORT_DATE = new Fault("8", "a calendar date YYMMDD");
    private static final Fault DATE_AND_TIME = new Fault("8", "a date and time CCYYMMDDHHMM");
    private static final Fault DATE_RANGE = new Fault("8", "a range of dates CCYYMMDD-CCYYMMDD");
    private static final Fault TIME = new Fault("9", "a time HHMM, HHMMSS or HHMMSSDD");
    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private DateFormat() {}

    /** Judges a value of type DT; null for nothing to complain of. */
    static Fault judgeDate(CharSequence value) {
        return switch (value.length()) {
            case 6 -> isShortDate(value) ? null : DATE;
            case 8 -> isDate(value, 0) ? null : DATE;
            default -> DATE;
        };
    }

    /** Judges a value of type TM. */
    static Fault judgeTime(CharSequence value) {
        return isTime(value, 0) ? null : TIME;
    }

    /** Judges a value by a format qualifier: D8, RD8, DT, TM, D6; other formats are not judged. */
    static Fault judge(String format, CharSequence value) {
        return switch (format) {
            case "D8" -> value.length() == 8 && isDate(value, 0) ? null : DATE;
            case "D6" -> value.length() == 6 && isShortDate(value) ? null : SHORT_DATE;
            case "TM" -> judgeTime(value);
            case "DT" -> value.length() >= 12 && isDate(value, 0) && isTime(value, 8) ? null : DATE_AND_TIME;
            case "RD8" -> value.length() == 17 && isDate(value, 0) && value.charAt(8) == '-' && isDate(value, 9)
                    ? null
                    : DATE_RANGE;
            default -> null;
        };
    }

    private static boolean isDate(CharSequence value, int from) {
        return isDay(number(value, from, 4), value, from + 4);
    }

    private static boolean isShortDate(CharSequence value) {
        int year = number(value, 0, 2);
        return year >= 0 && isDay(2000 + year, value, 2);
    }

    private static boolean isDay(int year, CharSequence value, int from) {
        int month = number(value, from, 2);
        int day = number(value, from + 2, 2);
        if (year < 1 || month < 1 || month > 12 || day < 1 || day > DAYS[month - 1]) {
            return false;
        }
        boolean leapDay = month == 2 && day == 29;
        return !leapDay || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    }

    private static boolean isTime(CharSequence value, int from) {
        int length = value.length() - from;
        if (length != 4 && length != 6 && length != 7 && length != 8) {
            return false;
        }
        int hours = number(value, from, 2);
        int minutes = number(value, from + 2, 2);
        int seconds = length < 6 ? 0 : number(value, from + 4, 2);
        boolean parts = length < 7 || number(value, from + 6, length - 6) >= 0;
        return hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60 && seconds >= 0 && seconds < 60 && parts;
    }

    /** The number of so many digits; negative if they are not all digits. */
    private static int number(CharSequence value, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = value.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
