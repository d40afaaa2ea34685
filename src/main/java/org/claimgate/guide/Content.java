package org.claimgate.guide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimgate.x12.Slice;

/**
 * A JSON object while a file is read: values by the slots of its {@link Shape}, as bytes in the text of its scope. Made
 * once and filled again and again. An object counts as present once something stands in it, an item of an array at once.
 */
final class Content {

    /** Marks a value that JSON cannot hold as it is. */
    static final long ESCAPED = 1L << 31;

    private static final int FEW = 4;

    final Shape shape;
    final Scope scope;
    private final Content holder;
    private final int place;
    private final int index;
    /** Of a value, where it begins (high half) and its length; of an array, its size; of an object, whether it is there. */
    private final long[] slots;

    /** What stands in each slot. */
    final Shape.Slot[] fields;

    private final Object[] below;
    private Map<String, Object> kept;

    Content(Shape shape, Scope scope) {
        this(shape, scope, null, 0, -1);
    }

    private Content(Shape shape, Scope scope, Content holder, int place, int index) {
        this.shape = shape;
        this.scope = scope;
        this.holder = holder;
        this.place = place;
        this.index = index;
        this.fields = shape.slots();
        this.slots = new long[fields.length];
        this.below = new Object[slots.length];
    }

    void clear() {
        Arrays.fill(slots, 0);
        kept = null;
    }

    boolean has(int slot) {
        return slots[slot] != 0;
    }

    boolean isEmpty() {
        for (long slot : slots) {
            if (slot != 0) {
                return false;
            }
        }
        return kept == null;
    }

    /** The value of a slot, packed: {@link #start}, {@link #length} and {@link #ESCAPED}. */
    long value(int slot) {
        return slots[slot];
    }

    static int start(long value) {
        return (int) (value >>> 32);
    }

    static int length(long value) {
        return (int) value & Integer.MAX_VALUE;
    }

    int count(int slot) {
        return (int) slots[slot];
    }

    long value(int slot, int item) {
        return ((long[]) below[slot])[item];
    }

    /** Sets a value. */
    void put(int slot, Slice value) {
        mark();
        slots[slot] = scope.add(value);
    }

    /** Adds a value to an array of values. */
    void add(int slot, Slice value) {
        mark();
        int size = (int) slots[slot]++;
        long[] values = (long[]) below[slot];
        if (values == null || values.length == size) {
            values = values == null ? new long[FEW] : Arrays.copyOf(values, 2 * size);
            below[slot] = values;
        }
        values[size] = scope.add(value);
    }

    /** The object in a slot, empty if nothing stood in it before. */
    Content object(int slot) {
        Content inner = (Content) below[slot];
        if (inner == null) {
            inner = new Content(fields[slot].inner(), scope, this, slot, -1);
            below[slot] = inner;
        } else if (slots[slot] == 0) {
            inner.clear();
        }
        return inner;
    }

    /** A new item of an array of objects. */
    Content newItem(int slot) {
        mark();
        List<Content> items = items(slot);
        int size = (int) slots[slot]++;
        if (size == items.size()) {
            items.add(new Content(fields[slot].inner(), scope, this, slot, size));
            return items.get(size);
        }
        Content item = items.get(size);
        item.clear();
        return item;
    }

    @SuppressWarnings("unchecked")
    private List<Content> items(int slot) {
        if (below[slot] == null) {
            below[slot] = new ArrayList<Content>();
        }
        return (List<Content>) below[slot];
    }

    Content item(int slot, int item) {
        return items(slot).get(item);
    }

    /** Values without a name of their own, by their systematic names: texts, or lists of texts. Null for none. */
    Map<String, Object> kept() {
        return kept;
    }

    void keep(String name, String text) {
        keeping().put(name, text);
    }

    @SuppressWarnings("unchecked")
    void keepAnother(String name, String text) {
        ((List<String>) keeping().computeIfAbsent(name, key -> new ArrayList<String>())).add(text);
    }

    private Map<String, Object> keeping() {
        mark();
        scope.changed();
        if (kept == null) {
            kept = new LinkedHashMap<>();
        }
        return kept;
    }

    private void mark() {
        if (holder != null && index < 0 && holder.slots[place] == 0) {
            holder.slots[place] = 1;
            holder.mark();
        }
    }

    /** The outermost object of the same scope. */
    Content document() {
        return scope.root();
    }

    /** JSON pointer of the object. */
    String pointer() {
        if (holder == null) {
            return "";
        }
        String own = holder.pointer() + "/" + holder.fields[place].name();
        return index < 0 ? own : own + "/" + index;
    }

    /** The object at the end of a way; null if there is none. */
    Content at(int[] way) {
        Content content = this;
        for (int i = 0; i < way.length && content != null; i++) {
            content = content.has(way[i]) ? content.object(way[i]) : null;
        }
        return content;
    }

    /** Whether two objects of one shape hold the same at the end of a way. */
    static boolean same(Content one, Content other, int[] way) {
        Content left = one;
        Content right = other;
        for (int i = 0; i < way.length - 1; i++) {
            boolean has = left.has(way[i]);
            if (has != right.has(way[i])) {
                return has ? isNothing(left, way, i) : isNothing(right, way, i);
            }
            if (!has) {
                return true;
            }
            left = left.object(way[i]);
            right = right.object(way[i]);
        }
        return same(left, right, way[way.length - 1]);
    }

    private static boolean isNothing(Content content, int[] way, int from) {
        Content inner = content;
        for (int i = from; i < way.length - 1; i++) {
            if (!inner.has(way[i])) {
                return true;
            }
            inner = inner.object(way[i]);
        }
        return !inner.has(way[way.length - 1]);
    }

    private static boolean same(Content one, Content other, int slot) {
        if (one.has(slot) != other.has(slot)) {
            return false;
        }
        return !one.has(slot)
                || switch (one.fields[slot].kind()) {
                    case VALUE -> Scope.same(one.scope, one.slots[slot], other.scope, other.slots[slot]);
                    case OBJECT -> sameFields(one.object(slot), other.object(slot));
                    case VALUES -> sameValues(one, other, slot);
                    case OBJECTS -> sameItems(one, other, slot);
                };
    }

    private static boolean sameFields(Content one, Content other) {
        for (int slot = 0; slot < one.slots.length; slot++) {
            if (!same(one, other, slot)) {
                return false;
            }
        }
        return one.kept == null ? other.kept == null : one.kept.equals(other.kept);
    }

    private static boolean sameValues(Content one, Content other, int slot) {
        if (one.slots[slot] != other.slots[slot]) {
            return false;
        }
        for (int i = 0; i < one.count(slot); i++) {
            if (!Scope.same(one.scope, one.value(slot, i), other.scope, other.value(slot, i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameItems(Content one, Content other, int slot) {
        if (one.slots[slot] != other.slots[slot]) {
            return false;
        }
        for (int i = 0; i < one.count(slot); i++) {
            if (!sameFields(one.item(slot, i), other.item(slot, i))) {
                return false;
            }
        }
        return true;
    }
}
