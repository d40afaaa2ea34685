package org.claimgate.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimgate.x12.Segment;

/**
 * What X12 says of elements that depend on one another, such as P0304: elements 3 and 4 come together or not at all.
 *
 * @param elements positions, from 1
 */
record SyntaxNote(Kind kind, List<Integer> elements) {

    private static final Pattern SYNTAX = Pattern.compile("([PRECL])((?:\\d\\d){2,})");
    private static final String CONDITIONAL_MISSING = "IK403:2";
    private static final String EXCLUDED = "IK403:10";

    /** The five relations of X12. */
    enum Kind {
        /** Paired: all or none. */
        P,
        /** Required: at least one. */
        R,
        /** Exclusion: at most one. */
        E,
        /** Conditional: with the first come all others. */
        C,
        /** List conditional: with the first comes at least one other. */
        L
    }

    /** What is wrong at an element. */
    record Violation(String code, int element, String expected) {}

    /** Null when the text is no note. */
    static SyntaxNote parse(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        List<Integer> elements = new ArrayList<>();
        for (int i = 0; i < matcher.group(2).length(); i += 2) {
            elements.add(Integer.valueOf(matcher.group(2).substring(i, i + 2)));
        }
        return new SyntaxNote(Kind.valueOf(matcher.group(1)), List.copyOf(elements));
    }

    /** What of the note a segment does not keep; null for nothing. */
    Violation judge(Segment segment) {
        int first = elements.get(0);
        return switch (kind) {
            case P -> present(segment, 0) > 0 ? firstAbsent(segment, 0) : null;
            case R -> present(segment, 0) == 0
                    ? new Violation(CONDITIONAL_MISSING, first, "one of the elements " + listed(0))
                    : null;
            case E -> present(segment, 0) > 1 ? lastPresent(segment) : null;
            case C -> segment.has(first) ? firstAbsent(segment, 1) : null;
            case L -> segment.has(first) && present(segment, 1) == 0
                    ? new Violation(CONDITIONAL_MISSING, elements.get(1), "one of the elements " + listed(1))
                    : null;
        };
    }

    private int present(Segment segment, int from) {
        int present = 0;
        for (int i = from; i < elements.size(); i++) {
            present += segment.has(elements.get(i)) ? 1 : 0;
        }
        return present;
    }

    private Violation firstAbsent(Segment segment, int from) {
        for (int i = from; i < elements.size(); i++) {
            if (!segment.has(elements.get(i))) {
                String expected = "a value, because another of the elements " + listed(0) + " is there";
                return new Violation(CONDITIONAL_MISSING, elements.get(i), expected);
            }
        }
        return null;
    }

    private Violation lastPresent(Segment segment) {
        int last = 0;
        for (int element : elements) {
            last = segment.has(element) ? element : last;
        }
        return new Violation(EXCLUDED, last, "only one of the elements " + listed(0));
    }

    private String listed(int from) {
        StringBuilder words = new StringBuilder();
        for (int i = from; i < elements.size(); i++) {
            String between = i == from ? "" : i == elements.size() - 1 ? " and " : ", ";
            words.append(between).append(elements.get(i));
        }
        return words.toString();
    }
}
