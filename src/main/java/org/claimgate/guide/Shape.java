package org.claimgate.guide;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields that a JSON object of a guide can have, each with a number of its own: known once the guide is compiled,
 * so that reading a file neither looks a name up nor makes one. Fields keep the order of the guide.
 */
final class Shape {

    /** What a field holds. */
    enum Kind {
        VALUE,
        VALUES,
        OBJECT,
        OBJECTS
    }

    /**
     * @param key the name as it begins a field in JSON text: {@code "npi":}, of a value with its quotation mark
     * @param inner of objects; null for values
     */
    record Slot(String name, Kind kind, byte[] key, Shape inner) {}

    private final List<Slot> slots = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** The slot of a value, or of an array of values; made if it is new. */
    int value(String name, boolean array) {
        return number(name, array ? Kind.VALUES : Kind.VALUE);
    }

    /** The slot of an object, or of an array of objects; made if it is new. */
    int object(String name, boolean array) {
        return number(name, array ? Kind.OBJECTS : Kind.OBJECT);
    }

    /** The slot of a field by its name; null for none. */
    Integer number(String name) {
        return numbers.get(name);
    }

    private int number(String name, Kind kind) {
        Integer number = numbers.get(name);
        if (number == null) {
            String key = '"' + name + "\":" + (kind == Kind.VALUE ? "\"" : "");
            boolean holds = kind == Kind.OBJECT || kind == Kind.OBJECTS;
            slots.add(new Slot(name, kind, key.getBytes(StandardCharsets.US_ASCII), holds ? new Shape() : null));
            numbers.put(name, slots.size() - 1);
            return slots.size() - 1;
        }
        Kind there = slots.get(number).kind;
        if (there != kind) {
            throw new IllegalArgumentException(
                    "field '" + name + "' is " + there + " in one place and " + kind + " here");
        }
        return number;
    }

    Slot slot(int number) {
        return slots.get(number);
    }

    Slot[] slots() {
        return slots.toArray(Slot[]::new);
    }

    int size() {
        return slots.size();
    }

    /** The slots that lead to a field, by names from this object on; null when there is no such field. */
    int[] way(List<String> names) {
        int[] way = new int[names.size()];
        Shape shape = this;
        for (int i = 0; i < way.length; i++) {
            Integer number = shape == null ? null : shape.numbers.get(names.get(i));
            if (number == null) {
                return null;
            }
            way[i] = number;
            shape = shape.slots.get(number).inner;
        }
        return way;
    }
}
