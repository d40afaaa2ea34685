package org.claimgate.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts what a tree of JSON says into the fields that a guide knows. Null and the empty text say nothing. */
final class JsonTree {

    private JsonTree() {}

    static void copy(ObjectNode tree, Content content) {
        tree.properties().forEach(field -> {
            Integer slot = content.shape.number(field.getKey());
            if (slot != null) {
                copyField(field.getValue(), content, slot);
            } else if (field.getKey().equals(Reading.UNNAMED)) {
                keep(field.getValue(), content);
            }
        });
    }

    private static void copyField(JsonNode value, Content content, int slot) {
        switch (content.fields[slot].kind()) {
            case VALUE -> copyValue(value, content, slot);
            case VALUES -> {
                if (value.isArray()) {
                    value.forEach(item -> addValue(item, content, slot));
                }
            }
            case OBJECT -> {
                if (value instanceof ObjectNode object) {
                    copy(object, content.object(slot));
                }
            }
            case OBJECTS -> {
                if (value.isArray()) {
                    value.forEach(item -> addObject(item, content.newItem(slot)));
                }
            }
        }
    }

    private static void copyValue(JsonNode value, Content content, int slot) {
        if (value.isContainerNode()) {
            content.putMisfit(slot, kind(value));
        } else if (!value.isNull() && !value.asText().isEmpty()) {
            content.put(slot, value.asText());
        }
    }

    private static void addValue(JsonNode value, Content content, int slot) {
        if (value.isContainerNode()) {
            content.addMisfit(slot, kind(value));
        } else {
            content.add(slot, value.isNull() ? "" : value.asText());
        }
    }

    private static void addObject(JsonNode item, Content content) {
        if (item instanceof ObjectNode object) {
            copy(object, content);
        }
    }

    private static String kind(JsonNode value) {
        return value.isArray() ? "an array" : "an object";
    }

    private static void keep(JsonNode kept, Content content) {
        kept.properties().forEach(entry -> {
            if (entry.getValue().isArray()) {
                entry.getValue().forEach(text -> content.keepAnother(entry.getKey(), text.asText()));
            } else {
                content.keep(entry.getKey(), entry.getValue().asText());
            }
        });
    }
}
