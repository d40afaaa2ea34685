package org.claimgate.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Makes the JSON Schema of a guide's documents out of its fields. */
final class SchemaBuilder implements Mapping.FieldVisitor {

    private final ObjectNode document;
    private final ObjectNode object;

    private SchemaBuilder(ObjectNode document, ObjectNode object) {
        this.document = document;
        this.object = object;
    }

    static ObjectNode build(Guide guide) {
        ObjectNode schema = closedObject();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", guide.title());
        new SchemaBuilder(schema, schema).addLoop(guide.root());
        properties(schema).putObject(Envelope.FIELD).put("type", "object");
        return schema;
    }

    private static ObjectNode closedObject() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "object");
        schema.putObject("properties").putObject(Reading.UNNAMED).put("type", "object");
        schema.put("additionalProperties", false);
        return schema;
    }

    private static ObjectNode properties(ObjectNode schema) {
        return (ObjectNode) schema.get("properties");
    }

    private void addLoop(Loop loop) {
        SchemaBuilder inner = loop.at() == null ? this : at(loop.at());
        for (Part part : loop.children()) {
            if (part instanceof Loop below) {
                inner.addLoop(below);
            } else {
                Use use = (Use) part;
                SchemaBuilder fields = use.at() == null ? inner : inner.at(use.at());
                use.mappings().forEach(mapping -> mapping.visit(fields));
            }
        }
    }

    private SchemaBuilder at(FieldPath path) {
        ObjectNode holder = holder(path);
        String name = path.names().get(path.names().size() - 1);
        if (!path.array()) {
            return new SchemaBuilder(document, object(holder, name));
        }
        ObjectNode array = (ObjectNode) properties(holder).get(name);
        if (array == null) {
            array = properties(holder).putObject(name).put("type", "array");
            limit(array, path);
            array.set("items", closedObject());
        }
        return new SchemaBuilder(document, (ObjectNode) array.get("items"));
    }

    private ObjectNode holder(FieldPath path) {
        ObjectNode holder = path.fromDocument() ? document : object;
        for (String name : path.names().subList(0, path.names().size() - 1)) {
            holder = object(holder, name);
        }
        return holder;
    }

    private static ObjectNode object(ObjectNode holder, String name) {
        if (!properties(holder).has(name)) {
            properties(holder).set(name, closedObject());
        }
        return (ObjectNode) properties(holder).get(name);
    }

    private static void limit(ObjectNode array, FieldPath path) {
        if (path.maximum() != Integer.MAX_VALUE) {
            array.put("maxItems", path.maximum());
        }
    }

    @Override
    public void field(FieldPath path, Cell cell, Allowed allowed) {
        if (path.isEnvelope()) {
            return;
        }
        String name = path.names().get(path.names().size() - 1);
        ObjectNode holder = holder(path);
        ObjectNode value = JsonNodeFactory.instance.objectNode().put("type", "string");
        value.put(
                "description",
                allowed.type().kind() + " " + allowed.type().minimum() + "-"
                        + allowed.type().maximum());
        if (!allowed.codes().isAny() && !allowed.codes().open()) {
            ArrayNode codes = value.putArray("enum");
            Set<String> known = codesSoFar(properties(holder).path(name));
            known.addAll(allowed.codes().codes());
            known.forEach(codes::add);
        }
        if (path.array()) {
            ObjectNode array = properties(holder).putObject(name).put("type", "array");
            limit(array, path);
            array.set("items", value);
        } else {
            properties(holder).set(name, value);
        }
    }

    /** Places of a spread may differ in their codes: the array's items have those of all. */
    private static Set<String> codesSoFar(JsonNode property) {
        Set<String> codes = new LinkedHashSet<>();
        JsonNode value = property.has("items") ? property.get("items") : property;
        value.path("enum").forEach(code -> codes.add(code.asText()));
        return codes;
    }

    @Override
    public void inside(FieldPath path, Consumer<Mapping.FieldVisitor> fields) {
        fields.accept(at(path));
    }
}
