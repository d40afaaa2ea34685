package org.claimgate.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** Puts what a tree of JSON says into the fields that a guide knows. Null and the empty text say nothing. */
final class JsonTree {

    private final Consumer<Issue> issues;

    private JsonTree(Consumer<Issue> issues) {
        this.issues = issues;
    }

    /** @param issues gets an issue {@code JSON:type} for what is no array or no object where one belongs */
    static void copy(ObjectNode tree, Content content, Consumer<Issue> issues) {
        new JsonTree(issues).copy(tree, content);
    }

    private void copy(ObjectNode tree, Content content) {
        tree.properties().forEach(field -> {
            Integer slot = content.shape.number(field.getKey());
            if (slot != null) {
                copyField(field.getValue(), content, slot);
            } else if (field.getKey().equals(Reading.UNNAMED)) {
                keep(field.getValue(), content);
            }
        });
    }

    private void copyField(JsonNode value, Content content, int slot) {
        Shape.Kind kind = content.fields[slot].kind();
        if (kind == Shape.Kind.VALUE) {
            copyValue(value, content, slot);
        } else if (kind == Shape.Kind.OBJECT && value instanceof ObjectNode object) {
            copy(object, content.object(slot));
        } else if (kind != Shape.Kind.OBJECT && value.isArray()) {
            value.forEach(item -> {
                if (kind == Shape.Kind.VALUES) {
                    addValue(item, content, slot);
                } else {
                    addObject(item, content.newItem(slot));
                }
            });
        } else if (saysSomething(value)) {
            String expected = kind == Shape.Kind.OBJECT ? "an object" : "an array";
            complain(expected, content.pointer() + "/" + content.fields[slot].name());
        }
    }

    private static boolean saysSomething(JsonNode value) {
        return value.isContainerNode()
                ? !value.isEmpty()
                : !value.isNull() && !value.asText().isEmpty();
    }

    private void complain(String expected, String pointer) {
        issues.accept(Issue.error("JSON:type", "expected " + expected, Place.NOWHERE, pointer, null));
    }

    private static void copyValue(JsonNode value, Content content, int slot) {
        if (value.isContainerNode()) {
            content.putMisfit(slot, kind(value));
        } else if (saysSomething(value)) {
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

    private void addObject(JsonNode item, Content content) {
        if (item instanceof ObjectNode object) {
            copy(object, content);
        } else if (!item.isNull()) {
            complain("an object", content.pointer());
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
