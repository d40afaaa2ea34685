package org.claimgate.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;

/**
 * Wrong types and unknown fields of a canonical claim, by the guide's JSON Schema. Lengths, codes, counts and required fields are left to
 * {@link Guide#check}, which knows their loops and segments as well. What is found here is taken out of the claim, so that
 * nothing after it complains of the same mistake.
 */
final class SchemaCheck {

    private static final String TYPE = "type";
    private static final Set<String> UNKNOWN = Set.of("additionalProperties", "unevaluatedProperties");

    private static final Map<String, String> TYPES =
            Map.of("string", "text in quotes, amounts and dates too", "object", "an object", "array", "an array");

    private static final Pattern ITEM = Pattern.compile("/\\d+(?=/|$)");

    private final KnownFields known;
    private final JsonSchema schema;

    SchemaCheck(Guide guide) {
        ObjectNode definition = guide.schema();
        known = new KnownFields(definition);
        schema = Schemas.compile(shapes(definition));
    }

    /** Codes and counts are the guide's to judge. */
    private static ObjectNode shapes(ObjectNode definition) {
        ObjectNode shapes = definition.deepCopy();
        forget("enum", JsonNode::isArray, shapes);
        forget("maxItems", JsonNode::isInt, shapes);
        return shapes;
    }

    /** A field may have the name of a keyword. */
    private static void forget(String keyword, Predicate<JsonNode> isKeyword, ObjectNode definition) {
        definition.findParents(keyword).stream()
                .filter(holder -> isKeyword.test(holder.get(keyword)))
                .forEach(holder -> ((ObjectNode) holder).remove(keyword));
    }

    /** Issues with canonical pointers; the fields they name are gone from the claim afterwards. */
    List<Issue> check(ObjectNode claim) {
        List<Issue> issues = new ArrayList<>();
        for (ValidationMessage message : schema.validate(claim)) {
            String at = message.getInstanceLocation().toString();
            if (message.getType().equals(TYPE)) {
                issues.add(wrongType(claim, at, message.getSchemaNode()));
            } else if (UNKNOWN.contains(message.getType())) {
                issues.add(unknown(at, message.getProperty()));
            }
        }
        issues.forEach(issue -> drop(claim, issue.pointer()));
        return issues;
    }

    private static Issue wrongType(ObjectNode claim, String at, JsonNode expected) {
        JsonNode value = claim.at(at);
        String found = value.isContainerNode() ? null : value.asText();
        String words = TYPES.getOrDefault(expected.asText(), "a value of type " + expected.asText());
        return Issue.error("JSON:type", "expected " + words, Place.NOWHERE, at, found);
    }

    private Issue unknown(String object, String field) {
        String pointer = Pointers.child(object, field);
        if (Unplaced.isUnplaced(object, field)) {
            return Issue.warning(
                    "JSON:unused",
                    "the guide has no place for this field here; it is not sent",
                    Place.NOWHERE,
                    pointer,
                    null);
        }
        String hint = known.nearest(ITEM.matcher(object).replaceAll("/*"), field)
                .map(nearest -> "; the nearest known name is " + nearest)
                .orElse("");
        return Issue.error("JSON:unknown", "expected a field of the vocabulary" + hint, Place.NOWHERE, pointer, null);
    }

    /** Takes a field out; an item of an array leaves an empty place, so that the others keep theirs. */
    private static void drop(ObjectNode claim, String pointer) {
        JsonNode parent = claim.at(Pointers.parent(pointer));
        String name = Pointers.name(pointer).replace("~1", "/").replace("~0", "~");
        if (parent instanceof ObjectNode object) {
            object.remove(name);
        } else if (parent instanceof ArrayNode array && Integer.parseInt(name) < array.size()) {
            array.setNull(Integer.parseInt(name));
        }
    }
}
