package org.claimgate.claim.edit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;

/** A field of a claim, there or not. */
public record Field(Part holder, String name, JsonNode json) {

    private static final int DATE_LENGTH = 8;
    private static final int LONGEST_NUMBER = 26;
    private static final Pattern NUMBER = Pattern.compile("-?(\\d+(\\.\\d*)?|\\.\\d+)");

    public boolean isThere() {
        return json.isTextual();
    }

    public boolean isAbsent() {
        return json.isMissingNode();
    }

    /** The text; empty where there is none. */
    public String text() {
        return isThere() ? json.textValue() : "";
    }

    public boolean is(String... texts) {
        if (isThere()) {
            for (String text : texts) {
                if (text.equals(json.textValue())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** There, and with the same text as another. */
    public boolean isSameAs(Field other) {
        return isThere() && text().equals(other.text());
    }

    public boolean startsWith(String beginning) {
        return text().startsWith(beginning);
    }

    /** Whether it is there and does not look like that. */
    public boolean differsFrom(Pattern pattern) {
        return isThere() && !pattern.matcher(json.textValue()).matches();
    }

    public boolean looksLike(Pattern pattern) {
        return isThere() && pattern.matcher(json.textValue()).matches();
    }

    /** The number; null where there is none. */
    public BigDecimal number() {
        String text = text();
        return text.length() <= LONGEST_NUMBER && NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    /** Below zero. */
    public boolean isNegative() {
        return text().startsWith("-") && number() != null && number().signum() < 0;
    }

    /** The date, of a date with a time as well; null where there is none. */
    public LocalDate date() {
        String text = text();
        int year = digits(text, 0, 4);
        int month = digits(text, 4, 6);
        int day = digits(text, 6, DATE_LENGTH);
        boolean possible = year >= 0 && month >= 1 && month <= 12 && day >= 1;
        return possible && day <= YearMonth.of(year, month).lengthOfMonth() ? LocalDate.of(year, month, day) : null;
    }

    /** A number made of digits alone; -1 where there are others, or too few. */
    private static int digits(String text, int from, int to) {
        int number = text.length() < to ? -1 : 0;
        for (int at = from; at < to && number >= 0; at++) {
            int digit = text.charAt(at) - '0';
            number = digit < 0 || digit > 9 ? -1 : number * 10 + digit;
        }
        return number;
    }

    /** Both dates are there, and this one is the earlier. */
    public boolean isBefore(Field other) {
        LocalDate date = date();
        LocalDate otherDate = other.date();
        return date != null && otherDate != null && date.isBefore(otherDate);
    }

    /** JSON pointer in the canonical claim. */
    public String pointer() {
        return holder.pointer() + "/" + name;
    }
}
