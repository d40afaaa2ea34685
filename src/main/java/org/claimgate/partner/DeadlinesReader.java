package org.claimgate.partner;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimgate.yaml.YamlObject;

/** Reads and checks the deadlines of a partner file. */
final class DeadlinesReader {

    /** What may be awaited, by the key that gives its time. */
    private static final Map<String, String> ANSWERS =
            Map.of("ta1", "TA1", "999", "999", "277CA", "277CA", "835", "835");

    private static final List<String> USUAL_WEEKEND = List.of("saturday", "sunday");
    private static final Pattern SPAN =
            Pattern.compile("([1-9][0-9]{0,3}) (minute|hour|business hour|day|business day)s?");
    private static final String SPAN_WORDS =
            "a whole number from 1 to 9999 of minutes, hours, business hours, days or business days";

    private final YamlObject yaml;

    DeadlinesReader(YamlObject yaml) {
        this.yaml = yaml;
    }

    AnswerDeadlines read() {
        BusinessCalendar calendar = new BusinessCalendar(zone(), weekend(), holidays());
        Map<String, AnswerDeadlines.Span> times = new HashMap<>();
        ANSWERS.forEach((key, answer) -> {
            String span = yaml.text(key, null);
            if (span != null) {
                times.put(answer, span(key, span));
            }
        });
        yaml.finish();
        return new AnswerDeadlines(calendar, times);
    }

    private ZoneId zone() {
        String zone = yaml.text("timeZone");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw yaml.mistake("timeZone", "'timeZone' is the name of a time zone, such as America/New_York");
        }
    }

    private Set<DayOfWeek> weekend() {
        Set<DayOfWeek> days = new HashSet<>();
        for (String name : yaml.texts("weekend", USUAL_WEEKEND)) {
            try {
                days.add(DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw yaml.mistake("weekend", "'weekend' is a list of days of the week, such as [saturday, sunday]");
            }
        }
        if (days.size() == DayOfWeek.values().length) {
            throw yaml.mistake("weekend", "'weekend' leaves a day that is worked on");
        }
        return days;
    }

    private Set<LocalDate> holidays() {
        Set<LocalDate> days = new HashSet<>();
        for (String day : yaml.texts("holidays", List.of())) {
            try {
                days.add(LocalDate.parse(day));
            } catch (DateTimeParseException e) {
                throw yaml.mistake("holidays", "'holidays' is a list of dates, such as [2026-12-25, 2027-01-01]");
            }
        }
        return days;
    }

    private AnswerDeadlines.Span span(String key, String words) {
        Matcher parts = SPAN.matcher(words);
        if (!parts.matches()) {
            throw yaml.mistake(key, "'" + key + "' is " + SPAN_WORDS);
        }
        String unit = parts.group(2).replace(' ', '_').toUpperCase(Locale.ROOT) + "S";
        return new AnswerDeadlines.Span(Integer.parseInt(parts.group(1)), AnswerDeadlines.Unit.valueOf(unit));
    }
}
