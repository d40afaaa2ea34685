package org.claimgate.cli.explain;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a person writes dates, times, amounts, postal codes and telephone numbers. What has another form stays as it is. */
final class Values {

    private static final String AMOUNT = "782";
    private static final String POSTAL_CODE = "116";
    private static final Pattern DATE = Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)");
    private static final Pattern SHORT_DATE = Pattern.compile("(\\d\\d)(\\d\\d)(\\d\\d)");
    private static final Pattern TIME = Pattern.compile("(\\d\\d)(\\d\\d)(\\d\\d)?(\\d{1,2})?");
    private static final Pattern NUMBER = Pattern.compile("-?(?:\\d{1,15}(?:\\.\\d*)?|\\.\\d+)");
    private static final Pattern ZIP = Pattern.compile("(\\d{5})(\\d{4})");
    private static final Pattern TELEPHONE = Pattern.compile("(\\d{3})(\\d{3})(\\d{4})");

    private static final Pattern YEARS = Pattern.compile("((?:19|20)\\d\\d)\\d{4,8}(?:-((?:19|20)\\d\\d)\\d{4,8})?");

    private Values() {}

    /**
     * @param kind of the data element: DT, TM, R, …
     * @param format the qualifier before it: a date format (1250) or a kind of contact (365); empty for none
     */
    static String inWords(String dataElement, String kind, String format, String value) {
        if (kind.equals("DT")) {
            return date(value);
        }
        if (kind.equals("TM")) {
            return time(value);
        }
        return switch (dataElement) {
            case AMOUNT -> amount(value);
            case POSTAL_CODE -> ZIP.matcher(value).replaceFirst("$1-$2");
            case "1251" -> dated(format, value);
            case "364" -> isTelephone(format) ? TELEPHONE.matcher(value).replaceFirst("$1-$2-$3") : value;
            default -> value;
        };
    }

    private static boolean isTelephone(String kind) {
        return kind.equals("TE") || kind.equals("FX");
    }

    private static String dated(String format, String value) {
        return switch (format) {
            case "D8", "D6" -> date(value);
            case "RD8" -> range(value);
            case "TM" -> time(value);
            case "DT" -> value.length() > 8 ? date(value.substring(0, 8)) + " " + time(value.substring(8)) : value;
            default -> value;
        };
    }

    private static String range(String value) {
        int hyphen = value.indexOf('-');
        return hyphen < 0 ? value : date(value.substring(0, hyphen)) + " to " + date(value.substring(hyphen + 1));
    }

    private static String date(String value) {
        Matcher date = DATE.matcher(value);
        if (date.matches()) {
            return date.group(1) + "-" + date.group(2) + "-" + date.group(3);
        }
        Matcher shortDate = SHORT_DATE.matcher(value);
        return shortDate.matches()
                ? "20" + shortDate.group(1) + "-" + shortDate.group(2) + "-" + shortDate.group(3)
                : value;
    }

    private static String time(String value) {
        Matcher time = TIME.matcher(value);
        if (!time.matches()) {
            return value;
        }
        String seconds = time.group(3) == null ? "" : ":" + time.group(3);
        return time.group(1) + ":" + time.group(2) + seconds + (time.group(4) == null ? "" : "." + time.group(4));
    }

    private static String amount(String value) {
        if (!NUMBER.matcher(value).matches()) {
            return value;
        }
        BigDecimal amount = new BigDecimal(value);
        int decimals = Math.max(2, amount.scale());
        return String.format(Locale.ROOT, "%,." + decimals + "f", amount);
    }

    /** What may be shown of a date about a person: its year, or the years of a range; null when it is no date. */
    static String years(String value) {
        Matcher dates = YEARS.matcher(value);
        if (!dates.matches()) {
            return null;
        }
        String from = dates.group(1) + "-**-**";
        return dates.group(2) == null ? from : from + " to " + dates.group(2) + "-**-**";
    }
}
