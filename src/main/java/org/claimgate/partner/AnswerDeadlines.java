package org.claimgate.partner;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How long a partner may take for its answers, from the moment at which it can see a file of claims.
 *
 * @param times by what is awaited: TA1, 999, 277CA or 835; what is not there is not waited for
 */
public record AnswerDeadlines(BusinessCalendar calendar, Map<String, Span> times) {

    public AnswerDeadlines {
        times = Map.copyOf(times);
    }

    /** In what a span is counted. */
    public enum Unit {
        MINUTES,
        HOURS,
        /** Of business days only, which have 24 of them. */
        BUSINESS_HOURS,
        DAYS,
        /** Whole ones: until the end of the last. */
        BUSINESS_DAYS
    }

    /** Such as {@code 2 business days}. */
    public record Span(int amount, Unit unit) {}

    /** When an answer is overdue to what was sent at a moment; empty for one that is not waited for. */
    public Optional<Instant> due(String answer, Instant sent) {
        return Optional.ofNullable(times.get(answer)).map(span -> due(span, sent));
    }

    private Instant due(Span span, Instant sent) {
        return switch (span.unit()) {
            case MINUTES -> sent.plus(Duration.ofMinutes(span.amount()));
            case HOURS -> sent.plus(Duration.ofHours(span.amount()));
            case BUSINESS_HOURS -> calendar.afterBusinessTime(sent, Duration.ofHours(span.amount()));
            case DAYS -> calendar.afterDays(sent, span.amount());
            case BUSINESS_DAYS -> calendar.endOfBusinessDay(sent, span.amount());
        };
    }
}
