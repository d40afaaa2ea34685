package org.claimgate.cli.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimgate.ledger.ClaimEvent;

/**
 * How a sample claim is expected to end: the line {@code ends: …} of its demo.txt. A list such as
 * {@code PAID, REVERSED, PAID} names states that come one after the other, the last being the end; {@code REJECTED by 999}
 * also names the answer that brought the state; {@code SENT or RECEIVED} allows several ends.
 */
record Expectation(String text, List<List<Step>> paths) {

    private static final Pattern LINE = Pattern.compile("(?m)^ends:(.*)$");
    private static final Pattern STEP = Pattern.compile("([A-Z]+)(?: by (TA1|999|277CA|835))?");

    /** A state, and the answer that brings it; "" for any. */
    record Step(String state, String answer) {

        boolean fits(ClaimEvent event) {
            return event.state().name().equals(state)
                    && (answer.isEmpty() || event.kind().endsWith("_" + answer));
        }
    }

    /** @throws IllegalArgumentException for a text without such a line */
    static Expectation parse(String file) {
        Matcher line = LINE.matcher(file);
        if (!line.find()) {
            throw new IllegalArgumentException("there is no line 'ends: …'");
        }
        String text = line.group(1).strip();
        return new Expectation(
                text, Arrays.stream(text.split(" or ")).map(Expectation::path).toList());
    }

    private static List<Step> path(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .map(Expectation::step)
                .toList();
    }

    private static Step step(String text) {
        Matcher matcher = STEP.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no state such as PAID or REJECTED by 999");
        }
        String answer = matcher.group(2);
        return new Step(matcher.group(1), answer == null ? "" : answer.toUpperCase(Locale.ROOT));
    }

    /** Whether this is how it went. */
    boolean isMetBy(List<ClaimEvent> events) {
        List<ClaimEvent> changes = changes(events);
        return paths.stream().anyMatch(path -> ends(path, changes));
    }

    /** The events that changed the state. */
    static List<ClaimEvent> changes(List<ClaimEvent> events) {
        List<ClaimEvent> changes = new ArrayList<>();
        for (ClaimEvent event : events) {
            if (changes.isEmpty() || changes.get(changes.size() - 1).state() != event.state()) {
                changes.add(event);
            }
        }
        return changes;
    }

    private static boolean ends(List<Step> path, List<ClaimEvent> changes) {
        int next = changes.size() - path.size();
        if (next < 0) {
            return false;
        }
        for (Step step : path) {
            if (!step.fits(changes.get(next))) {
                return false;
            }
            next++;
        }
        return true;
    }
}
