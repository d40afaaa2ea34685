package org.claimgate.guide;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Which of several equal interchanges or sets in a row a document stands in. Headers that say the same, control numbers
 * included, are told apart by nothing else.
 *
 * @param interchange ordinal among interchanges with equal headers that follow one another, from 1
 * @param set ordinal among sets with equal headers that follow one another, from 1
 */
record Repetition(int interchange, int set) {

    static final Repetition NONE = new Repetition(1, 1);

    private static final String INTERCHANGE = "interchangeRepetition";
    private static final String SET = "transactionSetRepetition";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /** @param fields texts by names; null or empty for none */
    static Repetition of(UnaryOperator<String> fields) {
        return new Repetition(number(fields.apply(INTERCHANGE)), number(fields.apply(SET)));
    }

    private static int number(String text) {
        return text != null && NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 1;
    }

    /** Notes in an envelope what is not the first. */
    void putInto(ObjectNode envelope) {
        if (interchange > 1) {
            envelope.put(INTERCHANGE, String.valueOf(interchange));
        }
        if (set > 1) {
            envelope.put(SET, String.valueOf(set));
        }
    }

    Repetition nextInterchange(boolean equalHeader) {
        return new Repetition(equalHeader ? interchange + 1 : 1, 1);
    }

    Repetition nextSet(boolean equalHeader) {
        return new Repetition(interchange, equalHeader ? set + 1 : 1);
    }
}
