package org.claimgate.x12;

/** Which digits are dates and times, as X12 writes them. Looks at values where they stand: nothing is copied. */
public final class Dates {

    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private Dates() {}

    /** Whether a whole value is a date CCYYMMDD. */
    public static boolean isDate(CharSequence value) {
        return value.length() == 8 && isDate(value, 0);
    }

    /** Whether eight characters, which must be there, are a date CCYYMMDD. */
    public static boolean isDate(CharSequence value, int from) {
        return isDay(number(value, from, 4), value, from + 4);
    }

    /** Whether a whole value is a date YYMMDD, of this century. */
    public static boolean isShortDate(CharSequence value) {
        if (value.length() != 6) {
            return false;
        }
        int year = number(value, 0, 2);
        return year >= 0 && isDay(2000 + year, value, 2);
    }

    /** Whether a value is from there on a time HHMM, HHMMSS, HHMMSSD or HHMMSSDD. */
    public static boolean isTime(CharSequence value, int from) {
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

    private static boolean isDay(int year, CharSequence value, int from) {
        int month = number(value, from, 2);
        int day = number(value, from + 2, 2);
        if (year < 1 || month < 1 || month > 12 || day < 1 || day > DAYS[month - 1]) {
            return false;
        }
        boolean leapDay = month == 2 && day == 29;
        return !leapDay || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
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
