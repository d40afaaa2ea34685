package org.claimgate.claim.edit;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;

/**
 * One rule at one place of one guide.
 *
 * @param id such as {@code X222.2300.CLM02.010}: guide, loop, element and number; it stands in issues, in partners' files and in
 *     statistics, and does not change
 * @param place loop and element
 * @param doubt of which claims it only warns though it rejects others; empty for none
 * @param statuses as in {@link Rule#status}
 * @param fields JSON pointers in the canonical claim, as in {@link Rule#field}
 * @param message what was expected, with {@code %s} for what only the claim tells
 * @param fix what to do; null where the message says it
 * @param received whether it holds for a claim that came as X12 as well
 * @param rule name of the class that checks it
 */
public record Edit(
        String id,
        Kind kind,
        Snip snip,
        Severity severity,
        String doubt,
        Place place,
        List<String> statuses,
        List<String> fields,
        String message,
        String fix,
        String source,
        boolean received,
        String rule) {

    private static final Pattern PLACE =
            Pattern.compile("(\\w+)\\.([A-Z][A-Z0-9]{1,2}?)(?:(\\d\\d)(?:-(\\d+))?)?(?:-[A-Z0-9]+)?\\.\\d{3}");

    /** @param loop what {@code *} stands for; null where the rule names its loop itself */
    static Edit of(Rule rule, Kind kind, ClaimLoop loop, String name) {
        String written = place(rule, kind);
        String id = loop == null ? written : written.replace("*", loop.id(kind));
        return new Edit(
                kind.prefix() + "." + id,
                kind,
                rule.snip(),
                rule.severity(),
                rule.doubt(),
                place(id, name),
                Stream.of(rule.status())
                        .map(status -> loop == null ? status : status.replace("*", loop.entity()))
                        .toList(),
                Stream.of(rule.field()).map(field -> field(field, kind, loop)).toList(),
                rule.message(),
                rule.fix().isEmpty() ? null : rule.fix(),
                rule.source(),
                rule.received(),
                name);
    }

    /** The id without guide, as the rule has it; empty where the kind has no such place. */
    static String place(Rule rule, Kind kind) {
        String own = kind == Kind.PROFESSIONAL ? rule.professional() : rule.institutional();
        return own.isEmpty() ? rule.id() : own;
    }

    private static String field(String field, Kind kind, ClaimLoop loop) {
        String service = kind.name().toLowerCase(Locale.ROOT) + "Service";
        String pointer = field.replace("{service}", service);
        return loop != null && pointer.startsWith("*") ? loop.path() + pointer.substring(1) : pointer;
    }

    private static Place place(String id, String name) {
        Matcher place = PLACE.matcher(id);
        if (!place.matches()) {
            throw new IllegalStateException(name + ": expected an id like 2300.CLM02.010, not " + id);
        }
        return new Place("", "", "", 0, place.group(2), place.group(1), number(place.group(3)), number(place.group(4)));
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** @param text of the field at the pointer; null where there is none */
    Issue issue(Severity severity, String pointer, String text, Object... details) {
        Issue.Severity weight = severity == Severity.REJECT ? Issue.Severity.ERROR : Issue.Severity.WARNING;
        String words = "expected " + (details.length == 0 ? message : String.format(Locale.ROOT, message, details));
        return new Issue(weight, "EDIT:" + id, words, place, pointer, text).withFix(fix);
    }
}
