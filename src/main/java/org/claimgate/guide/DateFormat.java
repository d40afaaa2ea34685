package org.claimgate.guide;

import org.claimgate.guide.ElementType.Fault;
import org.claimgate.x12.Dates;

/** Dates and times as X12 writes them, bare or behind a format qualifier (data element 1250). */
final class DateFormat {

    private static final Fault DATE = new Fault("8", "a calendar date CCYYMMDD");
    private static final Fault SHORT_DATE = new Fault("8", "a calendar date YYMMDD");
    private static final Fault DATE_AND_TIME = new Fault("8", "a date and time CCYYMMDDHHMM");
    private static final Fault DATE_RANGE = new Fault("8", "a range of dates CCYYMMDD-CCYYMMDD");
    private static final Fault TIME = new Fault("9", "a time HHMM, HHMMSS or HHMMSSDD");

    private DateFormat() {}

    /** Judges a value of type DT; null for nothing to complain of. */
    static Fault judgeDate(CharSequence value) {
        return Dates.isDate(value) || Dates.isShortDate(value) ? null : DATE;
    }

    /** Judges a value of type TM. */
    static Fault judgeTime(CharSequence value) {
        return Dates.isTime(value, 0) ? null : TIME;
    }

    /** Judges a value by a format qualifier: D8, RD8, DT, TM, D6; other formats are not judged. */
    static Fault judge(String format, CharSequence value) {
        return switch (format) {
            case "D8" -> Dates.isDate(value) ? null : DATE;
            case "D6" -> Dates.isShortDate(value) ? null : SHORT_DATE;
            case "TM" -> judgeTime(value);
            case "DT" -> value.length() >= 12 && Dates.isDate(value, 0) && Dates.isTime(value, 8)
                    ? null
                    : DATE_AND_TIME;
            case "RD8" -> value.length() == 17
                            && Dates.isDate(value, 0)
                            && value.charAt(8) == '-'
                            && Dates.isDate(value, 9)
                    ? null
                    : DATE_RANGE;
            default -> null;
        };
    }
}
