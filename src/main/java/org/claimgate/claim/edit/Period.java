package org.claimgate.claim.edit;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a code may be used.
 *
 * @param from the first day
 * @param until the last day
 * @param words as the list has it
 */
public record Period(LocalDate from, LocalDate until, String words) {

    private static final Pattern WORDS =
            Pattern.compile("(?:from (\\d{4}-\\d\\d-\\d\\d))? ?(?:until (\\d{4}-\\d\\d-\\d\\d))?(?:, now .+)?");

    /** {@code from 2020-04-01}, {@code until 2021-09-30, now M54.50 to M54.59}, or both one behind the other. */
    static Period of(String list, String code, String words) {
        Matcher matcher = WORDS.matcher(words);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("mappings/codes/" + list + ".yaml: expected of code " + code
                    + " a period, as in 'from 2020-04-01 until 2023-05-11'");
        }
        return new Period(
                matcher.group(1) == null ? LocalDate.MIN : LocalDate.parse(matcher.group(1)),
                matcher.group(2) == null ? LocalDate.MAX : LocalDate.parse(matcher.group(2)),
                words);
    }

    /** Whether it has a day of those from one to another. */
    boolean holdsAny(LocalDate first, LocalDate last) {
        return !last.isBefore(from) && !first.isAfter(until);
    }

    @Override
    public String toString() {
        return words;
    }
}
