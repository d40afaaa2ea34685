package org.claimgate.claim.edit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * An object or array of a claim, and where it stands. What is missing is a part without fields, so that rules need not ask.
 *
 * @param holder null for the claim itself
 */
public record Part(Part holder, String name, JsonNode json) {

    static Part document(JsonNode claim) {
        return new Part(null, "", claim);
    }

    public Part part(String field) {
        return new Part(this, field, json.path(field));
    }

    public Field field(String field) {
        return new Field(this, field, json.path(field));
    }

    /** The items of an array that are objects. */
    public List<Part> items(String array) {
        Part holding = part(array);
        if (holding.json.isEmpty()) {
            return List.of();
        }
        List<Part> items = new ArrayList<>(holding.json.size());
        for (int i = 0; i < holding.json.size(); i++) {
            if (holding.json.get(i).isObject()) {
                items.add(new Part(holding, Integer.toString(i), holding.json.get(i)));
            }
        }
        return items;
    }

    /** The items of an array of texts. */
    public List<Field> texts(String array) {
        Part holding = part(array);
        if (holding.json.isEmpty()) {
            return List.of();
        }
        List<Field> texts = new ArrayList<>(holding.json.size());
        for (int i = 0; i < holding.json.size(); i++) {
            texts.add(new Field(holding, Integer.toString(i), holding.json.get(i)));
        }
        return texts;
    }

    public boolean isThere() {
        return !json.isEmpty();
    }

    /** JSON pointer in the canonical claim. */
    public String pointer() {
        return holder == null ? "" : holder.pointer() + "/" + name;
    }
}
