package org.claimgate.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.claimgate.partner.AnswerDeadlines.Span;
import org.claimgate.partner.AnswerDeadlines.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** New York; Thanksgiving (Thursday 2026-11-26) is a holiday, and clocks went back on Sunday 2026-11-01. */
class AnswerDeadlinesTest {

    private static final BusinessCalendar CALENDAR = new BusinessCalendar(
            ZoneId.of("America/New_York"),
            Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            Set.of(LocalDate.of(2026, 11, 26)));

    @ParameterizedTest(name = "{0} {1} after {2}")
    @CsvSource({
        "90, MINUTES,        2026-11-24T15:00:00Z, 2026-11-24T16:30:00Z",
        "24, HOURS,          2026-10-31T16:00:00Z, 2026-11-01T16:00:00Z",
        "1,  DAYS,           2026-10-31T16:00:00Z, 2026-11-01T17:00:00Z",
        "1,  BUSINESS_DAYS,  2026-11-24T15:00:00Z, 2026-11-26T05:00:00Z",
        "2,  BUSINESS_DAYS,  2026-11-24T15:00:00Z, 2026-11-28T05:00:00Z",
        "1,  BUSINESS_DAYS,  2026-11-28T15:00:00Z, 2026-12-01T05:00:00Z",
        "1,  BUSINESS_DAYS,  2026-11-24T04:30:00Z, 2026-11-25T05:00:00Z",
        "3,  BUSINESS_HOURS, 2026-11-28T04:00:00Z, 2026-11-30T07:00:00Z",
        "2,  BUSINESS_HOURS, 2026-11-26T15:00:00Z, 2026-11-27T07:00:00Z",
        "24, BUSINESS_HOURS, 2026-11-27T05:00:00Z, 2026-11-28T05:00:00Z"
    })
    void anAnswerIsDue(int amount, Unit unit, Instant sent, Instant due) {
        AnswerDeadlines deadlines = new AnswerDeadlines(CALENDAR, Map.of("999", new Span(amount, unit)));
        assertThat(deadlines.due("999", sent)).contains(due);
    }

    @Test
    void whatHasNoTimeIsNotWaitedFor() {
        assertThat(new AnswerDeadlines(CALENDAR, Map.of()).due("999", Instant.EPOCH))
                .isEmpty();
    }
}
