package org.claimgate.web;

import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** How the pages say things: states as words with a tone, moments with how long ago they were. */
final class Words extends AbstractExtension {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Map<String, String> STATES = Map.ofEntries(
            Map.entry("REFUSED", "Refused by us"),
            Map.entry("READY", "Ready"),
            Map.entry("WITHDRAWN", "Taken back"),
            Map.entry("BATCHED", "In a batch"),
            Map.entry("SENT", "Sent"),
            Map.entry("RECEIVED", "Received"),
            Map.entry("ACCEPTED", "Accepted"),
            Map.entry("REJECTED", "Rejected"),
            Map.entry("PAID", "Paid"),
            Map.entry("DENIED", "Denied"),
            Map.entry("REVERSED", "Reversed"),
            Map.entry("UPLOADING", "Uploading"),
            Map.entry("STAGED", "Uploaded"),
            Map.entry("VISIBLE", "Delivered"),
            Map.entry("HOLD", "On hold"),
            Map.entry("FETCHED", "Picked up"),
            Map.entry("INTERPRETED", "Read"),
            Map.entry("DUPLICATE", "Seen before"),
            Map.entry("QUARANTINED", "Not readable"),
            Map.entry("SET_ASIDE", "Set aside"),
            Map.entry("FILE_RETRIED", "File read anew"),
            Map.entry("DELIVERY_CONFIRMED", "Delivery confirmed"),
            Map.entry("DELIVERY_REPEATED", "Delivered again"),
            Map.entry("REPLAYED", "Messages sent again"),
            Map.entry("RUNNING", "Running"),
            Map.entry("RETRYING", "Retrying"),
            Map.entry("CIRCUIT_OPEN", "Circuit open"),
            Map.entry("STOPPED", "Stopped"),
            Map.entry("STOPPED_IN_ERROR", "Stopped in error"));

    private static final Set<String> BAD = Set.of(
            "REFUSED",
            "REJECTED",
            "DENIED",
            "REVERSED",
            "HOLD",
            "QUARANTINED",
            "RETRYING",
            "CIRCUIT_OPEN",
            "STOPPED",
            "STOPPED_IN_ERROR");

    private static final Set<String> WAITING =
            Set.of("READY", "BATCHED", "UPLOADING", "STAGED", "FETCHED", "DUPLICATE", "SET_ASIDE");

    @Override
    public Map<String, Filter> getFilters() {
        return Map.of(
                "words", filter((state, now) -> STATES.getOrDefault(String.valueOf(state), inWords(state))),
                "tone", filter((state, now) -> tone(String.valueOf(state))),
                "clock", filter((moment, now) -> MOMENT.format((Instant) moment)),
                "moment", filter((moment, now) -> moment((Instant) moment, now)),
                "type", filter((vocabulary, now) -> vocabulary == null ? "–" : type(vocabulary.toString())),
                "known", filter((value, now) -> value == null ? "–" : value));
    }

    private static String tone(String state) {
        if (BAD.contains(state)) {
            return "bad";
        }
        return WAITING.contains(state) ? "waiting" : "good";
    }

    /** A moment for people and for machines; "never" for null. */
    private static SafeString moment(Instant moment, Instant now) {
        if (moment == null) {
            return new SafeString("<span class=\"quiet\">never</span>");
        }
        return new SafeString("<time datetime=\"%s\">%s <span class=\"quiet\">%s</span></time>"
                .formatted(moment, MOMENT.format(moment), ago(Duration.between(moment, now))));
    }

    static String ago(Duration age) {
        if (age.toSeconds() < 60) {
            return Math.max(age.toSeconds(), 0) + " s ago";
        }
        if (age.toMinutes() < 60) {
            return age.toMinutes() + " min ago";
        }
        return age.toHours() < 48 ? age.toHours() + " h ago" : age.toDays() + " days ago";
    }

    private static String type(String vocabulary) {
        return inWords(vocabulary.replaceFirst("-claim$", ""));
    }

    private static String inWords(Object code) {
        String words = String.valueOf(code).replaceAll("[_-]", " ").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Filter filter(BiFunction<Object, Instant, Object> rule) {
        return new Filter() {
            @Override
            public Object apply(
                    Object input,
                    Map<String, Object> arguments,
                    PebbleTemplate self,
                    EvaluationContext context,
                    int line) {
                return rule.apply(input, (Instant) context.getVariable("now"));
            }

            @Override
            public List<String> getArgumentNames() {
                return List.of();
            }
        };
    }
}
