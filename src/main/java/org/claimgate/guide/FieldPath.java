package org.claimgate.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way from a JSON object to a field: {@code address.city}, {@code /claimInformation.deathDate} (from the
 * document), {@code conditionCodes[12]} (an array and its greatest size).
 */
record FieldPath(List<String> names, boolean fromDocument, boolean array, int maximum) {

    private static final Pattern SYNTAX =
            Pattern.compile("(/?)([a-zA-Z][A-Za-z0-9]*(?:\\.[a-zA-Z][A-Za-z0-9]*)*)(\\[(\\d*)])?");

    /** Null when the text is no path. */
    static FieldPath parse(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        String size = matcher.group(4);
        return new FieldPath(
                List.of(matcher.group(2).split("\\.")),
                !matcher.group(1).isEmpty() || matcher.group(2).startsWith(Envelope.FIELD + "."),
                matcher.group(3) != null,
                size == null || size.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(size));
    }

    /** A value that the envelope gives (a batch reference, a creation date): absent while a claim is only checked. */
    boolean isEnvelope() {
        return names.get(0).equals(Envelope.FIELD);
    }

    /** The node at the end of the path, or null. */
    JsonNode get(JsonNode base) {
        JsonNode node = base;
        for (int i = 0; i < names.size() && node != null; i++) {
            node = node.get(names.get(i));
        }
        return node == null || node.isNull() ? null : node;
    }

    void put(ObjectNode base, String value) {
        ObjectNode holder = holder(base);
        if (array) {
            list(holder).add(value);
        } else {
            holder.put(last(), value);
        }
    }

    /** The object at the end of the path, made if absent; for an array, a new item of it. */
    ObjectNode open(ObjectNode base) {
        ObjectNode holder = holder(base);
        if (array) {
            return list(holder).addObject();
        }
        return child(holder, last());
    }

    private ArrayNode list(ObjectNode holder) {
        return holder.get(last()) instanceof ArrayNode existing ? existing : holder.putArray(last());
    }

    private ObjectNode holder(ObjectNode base) {
        ObjectNode holder = base;
        for (int i = 0; i < names.size() - 1; i++) {
            holder = child(holder, names.get(i));
        }
        return holder;
    }

    private static ObjectNode child(ObjectNode parent, String name) {
        return parent.get(name) instanceof ObjectNode existing ? existing : parent.putObject(name);
    }

    private String last() {
        return names.get(names.size() - 1);
    }

    /** The path as the end of a JSON pointer, such as {@code /address/city}. */
    String pointer() {
        return "/" + String.join("/", names);
    }

    /** The whole JSON pointer, for a path that is given inside the object at another pointer. */
    String pointerInside(String around) {
        return fromDocument ? pointer() : around + pointer();
    }
}
