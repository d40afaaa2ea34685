package org.claimgate.guide;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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
     * @param key the name as it begins a field in JSON text: {@code "npi":}
     * @param inner of objects; null for values
     */
    record Slot(int number, String name, Kind kind, byte[] key, Shape inner) {

        private boolean isNamed(byte[] bytes, int from, int to) {
            return Arrays.equals(bytes, from, to, key, 1, key.length - 2);
        }
    }

    private final List<Slot> slots = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final KeptNames keptNames = new KeptNames();
    /** The slots by the hash of their names. */
    private Slot[] table = {};

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
            String key = '"' + name + "\":";
            boolean holds = kind == Kind.OBJECT || kind == Kind.OBJECTS;
            slots.add(new Slot(
                    slots.size(), name, kind, key.getBytes(StandardCharsets.US_ASCII), holds ? new Shape() : null));
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

    /** What an object may keep without a field. */
    KeptNames keptNames() {
        return keptNames;
    }

    /** No field is added from now on. */
    void complete() {
        table = new Slot[4 * Integer.highestOneBit(Math.max(1, slots.size()))];
        for (Slot slot : slots) {
            int at = place(slot.key, 1, slot.key.length - 2);
            table[at] = slot;
            if (slot.inner != null) {
                slot.inner.complete();
            }
        }
    }

    /** The slot of a field by the bytes of its name; negative for none. */
    int find(byte[] bytes, int from, int to) {
        Slot slot = table[place(bytes, from, to)];
        return slot == null ? -1 : slot.number;
    }

    /** Where a name stands in the table, or would stand. */
    private int place(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        int place = (hash ^ hash >>> 7) & table.length - 1;
        while (table[place] != null && !table[place].isNamed(bytes, from, to)) {
            place = place + 1 & table.length - 1;
        }
        return place;
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
