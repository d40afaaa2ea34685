package org.claimgate.partner;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * The days on which a partner works, in its own time zone.
 *
 * @param weekend days of every week on which it does not
 * @param holidays further days on which it does not
 */
public record BusinessCalendar(ZoneId zone, Set<DayOfWeek> weekend, Set<LocalDate> holidays) {

    public BusinessCalendar {
        weekend = Set.copyOf(weekend);
        holidays = Set.copyOf(holidays);
        if (weekend.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("a week has a day that is worked on");
        }
    }

    boolean isBusinessDay(LocalDate day) {
        return !weekend.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    /** The same time of day, so many days later. */
    Instant afterDays(Instant from, int days) {
        return from.atZone(zone).plusDays(days).toInstant();
    }

    /** The end of the n-th business day after the day of a moment. */
    Instant endOfBusinessDay(Instant from, int days) {
        LocalDate day = from.atZone(zone).toLocalDate();
        for (int left = days; left > 0; left--) {
            day = nextBusinessDay(day);
        }
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** So much time later, of which only that on business days counts. */
    Instant afterBusinessTime(Instant from, Duration time) {
        ZonedDateTime at = from.atZone(zone);
        Duration left = time;
        while (true) {
            if (!isBusinessDay(at.toLocalDate())) {
                at = nextBusinessDay(at.toLocalDate()).atTime(LocalTime.MIN).atZone(zone);
            }
            ZonedDateTime midnight = at.toLocalDate().plusDays(1).atStartOfDay(zone);
            Duration today = Duration.between(at, midnight);
            if (left.compareTo(today) <= 0) {
                return at.plus(left).toInstant();
            }
            left = left.minus(today);
            at = midnight;
        }
    }

    private LocalDate nextBusinessDay(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!isBusinessDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }
}
