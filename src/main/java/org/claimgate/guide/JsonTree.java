package org.claimgate.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/**
 * Puts what a tree of JSON says into the fields that a guide knows. Null and the empty text say nothing; for what else has no
 * place there is an issue.
 */
final class JsonTree {

    private final Consumer<Issue> issues;

    private JsonTree(Consumer<Issue> issues) {
        this.issues = issues;
    }

    /**
     * @param issues gets an issue {@code JSON:unknown} for a field that the guide has not, {@code JSON:type} for what is no array or no
     *     object where one belongs
     */
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
            } else {
                complain("JSON:unknown", "a field of the vocabulary", pointer(content, field.getKey()));
            }
        });
    }

    private static String pointer(Content content, String name) {
        return content.pointer() + "/" + name.replace("~", "~0").replace("/", "~1");
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
            complain("JSON:type", expected, pointer(content, content.fields[slot].name()));
        }
    }

    private static boolean saysSomething(JsonNode value) {
        return value.isContainerNode()
                ? !value.isEmpty()
                : !value.isNull() && !value.asText().isEmpty();
    }

    private void complain(String code, String expected, String pointer) {
        issues.accept(Issue.error(code, "expected " + expected, Place.NOWHERE, pointer, null));
    }

    private static void copyValue(JsonNode value, Content content, int slot) {
        if (!value.isTextual() && !value.isNull()) {
            content.putMisfit(slot, kind(value));
        } else if (saysSomething(value)) {
            content.put(slot, value.textValue());
        }
    }

    private static void addValue(JsonNode value, Content content, int slot) {
        if (!value.isTextual() && !value.isNull()) {
            content.addMisfit(slot, kind(value));
        } else {
            content.add(slot, value.isNull() ? "" : value.textValue());
        }
    }

    private void addObject(JsonNode item, Content content) {
        if (item instanceof ObjectNode object) {
            copy(object, content);
        } else if (!item.isNull()) {
            complain("JSON:type", "an object", content.pointer());
        }
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case NUMBER -> "a number";
            default -> "true or false";
        };
    }

    private void keep(JsonNode kept, Content content) {
        if (!kept.isObject() && saysSomething(kept)) {
            complain("JSON:type", "an object", pointer(content, Reading.UNNAMED));
        }
        kept.properties().forEach(entry -> {
            String name = entry.getKey();
            String pointer = pointer(content, Reading.UNNAMED) + pointer(content.document(), name);
            if (!content.shape.keptNames().include(name)) {
                complain("JSON:unknown", "a name that the guide has a place for", pointer);
            } else if (!entry.getValue().isTextual()) {
                complain("JSON:type", "a text", pointer);
            } else {
                content.keep(name, entry.getValue().textValue());
            }
        });
    }
}
