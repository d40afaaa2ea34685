package org.claimgate.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** An object of a claim that is being brought into canonical form, and where it stands. Absent fields are no matter. */
record Cursor(ObjectNode object, String pointer, Pointers pointers) {

    private String at(String field) {
        return Pointers.child(pointer, field);
    }

    boolean has(String field) {
        return object.has(field);
    }

    void remove(String... fields) {
        object.remove(List.of(fields));
    }

    /** The object of that name; an empty one that belongs to nothing when there is none. */
    Cursor child(String field) {
        ObjectNode child = object.get(field) instanceof ObjectNode there ? there : object.objectNode();
        return new Cursor(child, at(field), pointers);
    }

    /** The objects in the array of that name. */
    List<Cursor> items(String field) {
        List<Cursor> items = new ArrayList<>();
        if (object.get(field) instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i) instanceof ObjectNode item) {
                    items.add(new Cursor(item, Pointers.child(at(field), i), pointers));
                }
            }
        }
        return items;
    }

    /** Gives a field another name, unless a field of that name is there already. */
    void rename(String from, String to) {
        move(from, this, to);
    }

    /** Moves a field into another object, unless it has one of that name already. */
    void move(String from, Cursor target, String to) {
        if (object.has(from) && !target.has(to)) {
            target.object.set(to, object.remove(from));
            pointers.move(at(from), target.at(to));
        }
    }

    /** Makes a list of what may also be given as a single item. */
    void wrap(String field) {
        wrap(field, field);
    }

    void wrap(String field, String list) {
        JsonNode value = object.get(field);
        if (value == null || value instanceof ArrayNode || (object.has(list) && !list.equals(field))) {
            return;
        }
        object.remove(field);
        object.putArray(list).add(value);
        pointers.move(at(field), Pointers.child(at(list), 0));
    }

    /** Lays the inner arrays of an array of arrays one behind the other; what is no array among them stays, to be refused. */
    void flatten(String field) {
        if (!(object.get(field) instanceof ArrayNode outer)
                || outer.isEmpty()
                || !(outer.get(0) instanceof ArrayNode)) {
            return;
        }
        ArrayNode flat = object.arrayNode();
        List<String> origins = new ArrayList<>();
        for (int i = 0; i < outer.size(); i++) {
            JsonNode inner = outer.get(i);
            String place = Pointers.child(at(field), i);
            if (!inner.isArray()) {
                flat.add(inner);
                origins.add(pointers.sent(place));
                continue;
            }
            for (int j = 0; j < inner.size(); j++) {
                flat.add(inner.get(j));
                origins.add(pointers.sent(Pointers.child(place, j)));
            }
        }
        object.set(field, flat);
        for (int k = 0; k < origins.size(); k++) {
            pointers.place(origins.get(k), Pointers.child(at(field), k));
        }
    }

    /** Puts the code in place of true or false; a null code leaves the field out. */
    void flag(String field, String whenTrue, String whenFalse) {
        if (object.get(field) instanceof BooleanNode flag) {
            String code = flag.booleanValue() ? whenTrue : whenFalse;
            if (code == null) {
                object.remove(field);
            } else {
                object.put(field, code);
            }
        }
    }
}
