package org.claimgate.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Function;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;

/**
 * What mappings need and JSLT has not: elements that may repeat, dates that exist, exact money. Nothing gives null, and what is
 * neither nothing nor what it should be fails.
 */
final class Functions {

    static final List<Function> ALL = List.of(
            new Named("list", 1, 1, arguments -> list(arguments[0])),
            new Named("date", 2, 2, arguments -> text(date(text(arguments[0]), text(arguments[1])))),
            new Named("amount", 1, 2, arguments -> text(amount(arguments))),
            new Named("total", 1, 1, arguments -> text(total(arguments[0]))));

    private static final int MOST_DIGITS = 50;

    private static final DateTimeFormatter CCYYMMDD = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    /** What a function does with its arguments. */
    private interface Body {

        JsonNode call(JsonNode[] arguments);
    }

    private record Named(String getName, int getMinArguments, int getMaxArguments, Body body) implements Function {

        @Override
        public JsonNode call(JsonNode input, JsonNode[] arguments) {
            try {
                return body.call(arguments);
            } catch (DateTimeException | IllegalArgumentException e) {
                throw Refusal.mapping("the mapping hands " + getName + "() what is none");
            }
        }
    }

    private Functions() {}

    /** An array of what may be one, several or none: {@code for (list(.message)) …}. */
    private static JsonNode list(JsonNode value) {
        if (value.isArray()) {
            return value;
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        return value.isNull() ? list : list.add(value);
    }

    /** {@code date("11/26/2026", "MM/dd/yyyy")} is {@code "20261126"}; a day that is in no calendar fails. */
    private static String date(String text, String pattern) {
        if (text == null) {
            return null;
        }
        DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.US)
                .withResolverStyle(ResolverStyle.STRICT);
        return CCYYMMDD.format(LocalDate.parse(text, format));
    }

    /** {@code amount("1250.5")} is {@code "1250.50"}; {@code amount("000125050", 2)} has two implied decimals and is the same. */
    private static String amount(JsonNode[] arguments) {
        String text = text(arguments[0]);
        if (text == null) {
            return null;
        }
        int implied = arguments.length == 1 ? 0 : arguments[1].asInt();
        return money(number(text).movePointLeft(implied));
    }

    /** No amount has so many digits, but {@code 1E999999999} would. */
    private static BigDecimal number(String text) {
        BigDecimal number = new BigDecimal(text);
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new NumberFormatException();
        }
        return number;
    }

    /** The exact sum of an array of amounts. */
    private static String total(JsonNode amounts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode amount : amounts) {
            String text = text(amount);
            sum = text == null ? sum : sum.add(number(text));
        }
        return money(sum);
    }

    /** Two decimals, or as many more as it has. */
    private static String money(BigDecimal amount) {
        return amount.setScale(Math.max(2, amount.stripTrailingZeros().scale())).toPlainString();
    }

    private static JsonNode text(String text) {
        return text == null ? NullNode.instance : TextNode.valueOf(text);
    }

    private static String text(JsonNode value) {
        String text = value.isNull() ? "" : value.asText().strip();
        return text.isEmpty() ? null : text;
    }
}
