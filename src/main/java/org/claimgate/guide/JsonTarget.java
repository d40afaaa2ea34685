package org.claimgate.guide;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The JSON object that the fields of a loop or an array item go into while a document is read. */
interface JsonTarget {

    ObjectNode node();

    /** The document, or the part of it that is being read. */
    ObjectNode document();

    /** JSON pointer of {@link #node()}. */
    String pointer();

    default ObjectNode base(FieldPath path) {
        return path.fromDocument() ? document() : node();
    }

    default String pointer(FieldPath path) {
        if (path == null) {
            return pointer();
        }
        return path.fromDocument() ? path.pointer() : pointer() + path.pointer();
    }

    /** Opens the object at a path; a new item if the path is an array. */
    default JsonTarget item(FieldPath path) {
        ObjectNode item = path.open(base(path));
        String place =
                path.array() ? pointer(path) + "/" + (path.get(base(path)).size() - 1) : pointer(path);
        return new Item(item, document(), place);
    }

    /** An object inside another target. */
    record Item(ObjectNode node, ObjectNode document, String pointer) implements JsonTarget {}
}
