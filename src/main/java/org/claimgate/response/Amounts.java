package org.claimgate.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The amounts of one document by JSON pointer; one that is absent counts as nothing, one that is no number is noted. */
final class Amounts {

    /** What X12 type R allows, within sensible bounds. */
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\d{1,18}(\\.\\d{0,9})?|\\.\\d{1,9})");

    private final JsonNode document;
    private final List<String> unreadable = new ArrayList<>();

    Amounts(JsonNode document) {
        this.document = document;
    }

    BigDecimal at(String pointer) {
        return number(document.at(pointer), pointer);
    }

    private BigDecimal number(JsonNode value, String pointer) {
        String text = value.asText("").strip();
        if (text.isEmpty()) {
            return BigDecimal.ZERO;
        }
        if (!DECIMAL.matcher(text).matches()) {
            unreadable.add(pointer);
            return BigDecimal.ZERO;
        }
        return new BigDecimal(text);
    }

    /** The sum over an array of objects that each hold an array of objects with an amount. */
    BigDecimal sum(String outer, String inner, String amount) {
        BigDecimal sum = BigDecimal.ZERO;
        JsonNode holders = document.at(outer);
        for (int i = 0; i < holders.size(); i++) {
            JsonNode items = holders.path(i).path(inner);
            for (int j = 0; j < items.size(); j++) {
                String pointer = outer + "/" + i + "/" + inner + "/" + j + "/" + amount;
                sum = sum.add(number(items.path(j).path(amount), pointer));
            }
        }
        return sum;
    }

    /** Pointers of what was asked for and is no number. */
    List<String> unreadable() {
        return unreadable;
    }
}
