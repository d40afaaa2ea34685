package org.claimgate.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayDeque;
import java.util.Deque;
import org.smooks.api.ExecutionContext;
import org.smooks.api.TypedKey;
import org.smooks.api.resource.visitor.sax.ng.ElementVisitor;
import org.w3c.dom.Attr;
import org.w3c.dom.CharacterData;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/**
 * Makes JSON of the elements that Smooks comes by: an object of an element that holds others, else its text; an array of
 * what repeats. An XML attribute is a field {@code @name}, but for {@code xsi:nil}, and text beside other fields is the field
 * {@code #text}.
 */
final class RecordTree implements ElementVisitor {

    private static final TypedKey<RecordTree.Growing> GROWING = TypedKey.of();

    /** The tree of one document while it grows. */
    private static final class Growing {

        private final Deque<Open> open = new ArrayDeque<>();
        private final Open document = new Open("");
        private final Watch watch;
        private boolean empty;

        private Growing(Watch watch) {
            this.watch = watch;
            open.push(document);
        }
    }

    /** An element that has not ended. */
    private static final class Open {

        private final String name;
        private final StringBuilder text = new StringBuilder();
        private final ObjectNode fields = JsonNodeFactory.instance.objectNode();

        private Open(String name) {
            this.name = name;
        }

        private void add(String field, JsonNode value) {
            JsonNode before = fields.get(field);
            if (before == null) {
                fields.set(field, value);
            } else if (before instanceof ArrayNode array) {
                array.add(value);
            } else {
                fields.set(field, fields.arrayNode().add(before).add(value));
            }
        }

        private JsonNode value() {
            if (fields.isEmpty()) {
                return TextNode.valueOf(text.toString());
            }
            if (!text.toString().isBlank()) {
                fields.put("#text", text.toString());
            }
            return fields;
        }
    }

    /** Begins the tree of a document. */
    static void begin(ExecutionContext context, Watch watch) {
        context.put(GROWING, new Growing(watch));
    }

    /** The tree: an object with the root element. */
    static JsonNode of(ExecutionContext context) {
        return context.get(GROWING).document.fields;
    }

    @Override
    public void visitBefore(Element element, ExecutionContext context) {
        Growing tree = context.get(GROWING);
        tree.watch.value(tree.open.size());
        Open begun = new Open(element.getLocalName() == null ? element.getNodeName() : element.getLocalName());
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (!attribute.getName().startsWith("xmlns") && !attribute.getName().equals("xsi:nil")) {
                begun.add("@" + attribute.getName(), TextNode.valueOf(attribute.getValue()));
            }
        }
        tree.open.push(begun);
    }

    @Override
    public void visitChildText(CharacterData text, ExecutionContext context) {
        context.get(GROWING).open.element().text.append(text.getData());
    }

    @Override
    public void visitChildElement(Element child, ExecutionContext context) {}

    @Override
    public void visitAfter(Element element, ExecutionContext context) {
        Growing tree = context.get(GROWING);
        Open done = tree.open.pop();
        tree.open.element().add(done.name, done.value());
        if (tree.open.size() == 1) {
            checkProgress(tree, done);
        }
    }

    /** The DFDL parser begins anew where a root ends before the data does: with a root that takes nothing, without an end. */
    private static void checkProgress(Growing tree, Open root) {
        boolean empty = root.fields.isEmpty() && root.text.length() == 0;
        if (empty && tree.empty) {
            throw tree.watch.end(new EndlessRoot());
        }
        tree.empty = empty;
    }

    /** The root element of the schema takes nothing of what stands there, and would do so again and again. */
    static final class EndlessRoot extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
