package org.claimgate.guide;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimgate.x12.Slice;

/**
 * The way from a JSON object to a field: {@code address.city}, {@code /claimInformation.deathDate} (from the
 * document), {@code conditionCodes[12]} (an array and its greatest size).
 */
final class FieldPath {

    private static final Pattern SYNTAX =
            Pattern.compile("(/?)([a-zA-Z][A-Za-z0-9]*(?:\\.[a-zA-Z][A-Za-z0-9]*)*)(\\[(\\d*)])?");

    private final List<String> names;
    private final boolean fromDocument;
    private final boolean array;
    private final int maximum;
    /** Where the names lead in the shape of a document, once that is known. */
    private final int[] slots;

    private FieldPath(List<String> names, boolean fromDocument, boolean array, int maximum) {
        this.names = names;
        this.fromDocument = fromDocument;
        this.array = array;
        this.maximum = maximum;
        this.slots = new int[names.size()];
    }

    /** Null when the text is no path. */
    static FieldPath parse(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        String size = matcher.group(4);
        return new FieldPath(
                List.of(matcher.group(2).split("\\.")),
                !matcher.group(1).isEmpty() || matcher.group(2).startsWith(Envelope.FIELD + "."),
                matcher.group(3) != null,
                size == null || size.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(size));
    }

    List<String> names() {
        return names;
    }

    /** Whether the path begins at the document, not at the nearest object. */
    boolean fromDocument() {
        return fromDocument;
    }

    boolean array() {
        return array;
    }

    /** Greatest size of the array. */
    int maximum() {
        return maximum;
    }

    /** A value that the envelope gives (a batch reference, a creation date): absent while a claim is only checked. */
    boolean isEnvelope() {
        return names.get(0).equals(Envelope.FIELD);
    }

    /** Finds the slots of a value in the shape of the object that the path begins at. */
    void bindValue(Shape here, Shape document) {
        Shape holder = bindHolder(here, document);
        slots[slots.length - 1] = holder.value(last(), array);
    }

    /** The same for an object, or an array of objects; the shape of these. */
    Shape bindObject(Shape here, Shape document) {
        Shape holder = bindHolder(here, document);
        int slot = holder.object(last(), array);
        slots[slots.length - 1] = slot;
        return holder.slot(slot).inner();
    }

    private Shape bindHolder(Shape here, Shape document) {
        Shape holder = fromDocument ? document : here;
        for (int i = 0; i < slots.length - 1; i++) {
            slots[i] = holder.object(names.get(i), false);
            holder = holder.slot(slots[i]).inner();
        }
        return holder;
    }

    /** Stores a value; into an array, as a further item. */
    void put(Content here, Slice value) {
        Content holder = holder(here);
        int slot = slots[slots.length - 1];
        if (array) {
            holder.add(slot, value);
        } else {
            holder.put(slot, value);
        }
    }

    /** The object at the end of the path; for an array, a new item of it. */
    Content open(Content here) {
        Content holder = holder(here);
        int slot = slots[slots.length - 1];
        return array ? holder.newItem(slot) : holder.object(slot);
    }

    /** Whether something stands at the end of the path. */
    boolean has(Content here) {
        Content holder = present(here);
        return holder != null && holder.has(slots[slots.length - 1]);
    }

    /** The value at the end of the path, as {@link Content#value} has it; 0 for none. */
    long value(Content here) {
        Content holder = present(here);
        return holder == null ? 0 : holder.value(slots[slots.length - 1]);
    }

    /** One of the values of an array. */
    long value(Content here, int item) {
        return present(here).value(slots[slots.length - 1], item);
    }

    /** The text at the end of the path; empty for none. */
    String text(Content here) {
        return here.text(value(here), new Slice()).toString();
    }

    /** How many items an array has. */
    int size(Content here) {
        Content holder = present(here);
        return holder == null ? 0 : holder.count(slots[slots.length - 1]);
    }

    /** One of the objects of an array. */
    Content item(Content here, int item) {
        return present(here).item(slots[slots.length - 1], item);
    }

    /** The object that holds what the path leads to; null if there is none. */
    private Content present(Content here) {
        Content holder = fromDocument ? here.document() : here;
        for (int i = 0; i < slots.length - 1; i++) {
            if (!holder.has(slots[i])) {
                return null;
            }
            holder = holder.object(slots[i]);
        }
        return holder;
    }

    private Content holder(Content here) {
        Content holder = fromDocument ? here.document() : here;
        for (int i = 0; i < slots.length - 1; i++) {
            holder = holder.object(slots[i]);
        }
        return holder;
    }

    /** JSON pointer of the field, given the object that the path begins at. */
    String pointer(Content here) {
        return fromDocument ? pointer() : here.pointer() + pointer();
    }

    private String last() {
        return names.get(names.size() - 1);
    }

    /** The path as the end of a JSON pointer, such as {@code /address/city}. */
    String pointer() {
        return "/" + String.join("/", names);
    }

    /** The whole JSON pointer, for a path that is given inside the object at another pointer. */
    String pointerInside(String around) {
        return fromDocument ? pointer() : around + pointer();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldPath path
                && names.equals(path.names)
                && fromDocument == path.fromDocument
                && array == path.array;
    }

    @Override
    public int hashCode() {
        return names.hashCode();
    }
}
