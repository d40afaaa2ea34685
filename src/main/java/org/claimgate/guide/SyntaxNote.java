package org.claimgate.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What X12 says of elements that depend on one another, such as P0304: elements 3 and 4 come together or not at all. */
final class SyntaxNote {

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

    /**
     * What is wrong at an element.
     *
     * @param trigger the element that is there and makes it wrong; 0 where nothing is there
     */
    record Violation(String code, int element, String expected, int trigger) {}

    private final Kind kind;
    private final List<Integer> elements;
    private final long all;
    private final long leading;

    private SyntaxNote(Kind kind, List<Integer> elements) {
        this.kind = kind;
        this.elements = elements;
        this.leading = 1L << elements.get(0);
        this.all = elements.stream().mapToLong(element -> 1L << element).reduce(0, (one, other) -> one | other);
    }

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

    Kind kind() {
        return kind;
    }

    /** Positions, from 1. */
    List<Integer> elements() {
        return elements;
    }

    /**
     * What of the note a segment does not keep; null for nothing.
     *
     * @param present the elements that are there, a bit for each position
     */
    Violation judge(long present) {
        long there = present & all;
        return switch (kind) {
            case P -> there == 0 || there == all ? null : absent(all & ~there, first(there));
            case R -> there != 0 ? null : oneOf(all, 0);
            case E -> Long.bitCount(there) < 2 ? null : excluded(there);
            case C -> (there & leading) == 0 || there == all ? null : absent(all & ~there, first(leading));
            case L -> (there & leading) == 0 || there != leading ? null : oneOf(all & ~leading, first(leading));
        };
    }

    private Violation absent(long missing, int trigger) {
        String expected = "a value, because another of the elements " + listed(all) + " is there";
        return new Violation(CONDITIONAL_MISSING, first(missing), expected, trigger);
    }

    private Violation oneOf(long choice, int trigger) {
        return new Violation(CONDITIONAL_MISSING, first(choice), "one of the elements " + listed(choice), trigger);
    }

    private Violation excluded(long there) {
        int last = Long.SIZE - 1 - Long.numberOfLeadingZeros(there);
        return new Violation(EXCLUDED, last, "only one of the elements " + listed(all), first(there));
    }

    private static int first(long positions) {
        return Long.numberOfTrailingZeros(positions);
    }

    private String listed(long positions) {
        return elements.stream()
                .filter(element -> (positions >> element & 1) == 1)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    /** The note as the dictionary writes it: P0304. */
    @Override
    public String toString() {
        return kind
                + elements.stream()
                        .map(element -> String.format("%02d", element))
                        .collect(Collectors.joining());
    }
}
