package org.claimgate.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Fills objects of a document; what is empty is left out. */
final class Fields {

    private final ObjectNode object;

    private Fields(ObjectNode object) {
        this.object = object;
    }

    static Fields of(ObjectNode object) {
        return new Fields(object);
    }

    Fields put(String name, String value) {
        if (!value.isEmpty()) {
            object.put(name, value);
        }
        return this;
    }

    Fields put(String name, long value) {
        object.put(name, Long.toString(value));
        return this;
    }

    /** Takes over fields of another object under the same names. */
    Fields copy(JsonNode from, String... names) {
        for (String name : names) {
            put(name, from.path(name).asText(""));
        }
        return this;
    }

    Fields in(String name) {
        return new Fields(object.withObject("/" + name));
    }

    /** A new item at the end of an array. */
    Fields item(String array) {
        return new Fields(object.withArray("/" + array).addObject());
    }

    Fields add(String array, String value) {
        object.withArray("/" + array).add(value);
        return this;
    }
}
