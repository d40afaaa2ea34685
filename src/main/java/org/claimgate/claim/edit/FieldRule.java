package org.claimgate.claim.edit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;

/**
 * A rule of a partner that is data: what one field of its claims must be. Whatever is not asked for is null, or empty.
 *
 * @param id stands behind {@code EDIT:PARTNER.} in issues; letters, digits, dots and hyphens
 * @param pointer JSON pointer in the canonical claim; {@code *} stands for every item of an array
 * @param kind the kind of claims it is for; null for both
 * @param required whether the field must be there
 * @param pattern the whole of its text
 * @param codes the texts that it may have
 * @param maximumLength in characters
 * @param maximum as a number
 * @param fix what to do, in the partner's words; null for nothing
 */
public record FieldRule(
        String id,
        String pointer,
        Kind kind,
        Severity severity,
        boolean required,
        Pattern pattern,
        Set<String> codes,
        Integer maximumLength,
        BigDecimal maximum,
        String fix) {

    private static final String FAMILY = "EDIT:PARTNER.";

    void check(Claim claim, JsonNode document, List<Issue> issues) {
        if (severity != Severity.OFF && (kind == null || kind == claim.kind())) {
            walk(Part.document(document), List.of(pointer.substring(1).split("/", -1)), issues);
        }
    }

    private void walk(Part part, List<String> names, List<Issue> issues) {
        String name = names.get(0);
        List<String> deeper = names.subList(1, names.size());
        if (name.equals("*")) {
            for (int i = 0; i < part.json().size(); i++) {
                step(part, Integer.toString(i), part.json().path(i), deeper, issues);
            }
        } else {
            step(part, name, part.json().path(name), deeper, issues);
        }
    }

    private void step(Part part, String name, JsonNode json, List<String> deeper, List<Issue> issues) {
        if (deeper.isEmpty()) {
            check(new Field(part, name, json), issues);
        } else {
            walk(new Part(part, name, json), deeper, issues);
        }
    }

    private void check(Field field, List<Issue> issues) {
        String expected = expected(field);
        if (expected != null) {
            Issue.Severity weight = severity == Severity.REJECT ? Issue.Severity.ERROR : Issue.Severity.WARNING;
            String text = field.isThere() ? field.text() : null;
            issues.add(new Issue(weight, FAMILY + id, "expected " + expected, Place.NOWHERE, field.pointer(), text)
                    .withFix(fix));
        }
    }

    /** What is not as the partner wants it; null for nothing. */
    private String expected(Field field) {
        if (!field.isThere()) {
            return required && field.json().isEmpty() ? "a value: the partner requires one" : null;
        }
        String text = field.text();
        if (pattern != null && !pattern.matcher(text).matches()) {
            return "a text that matches " + pattern + ", as the partner asks";
        }
        if (!codes.isEmpty() && !codes.contains(text)) {
            return "one of " + String.join(" ", codes.stream().sorted().toList()) + ", as the partner asks";
        }
        if (maximumLength != null && text.length() > maximumLength) {
            return "at most " + maximumLength + " characters, as the partner asks";
        }
        BigDecimal number = maximum == null ? null : field.number();
        return number != null && number.compareTo(maximum) > 0
                ? "at most " + maximum.toPlainString() + ", as the partner asks"
                : null;
    }
}
