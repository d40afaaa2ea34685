package org.claimgate.guide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimgate.x12.Slice;

/**
 * A JSON object while a file is read or written: values by the slots of its {@link Shape}, as bytes in the text of its
 * scope. Made once and filled again and again. An object counts as present once something stands in it, an item of an array
 * at once.
 */
final class Content {

    /** Marks a value that JSON cannot hold as it is. */
    static final long ESCAPED = 1L << 31;

    /** Marks what stands where a value should, and is none: its text says what it is. */
    private static final long MISFIT = 1L << 63;

    private static final int FEW = 4;

    final Shape shape;
    final Scope scope;
    private final Content holder;
    private final int place;
    private final int index;
    /** Of a value, where it begins (high half) and its length; of an array, its size; of an object, whether it is there. */
    private final long[] slots;

    /** Which slots are not 0, a bit for each. */
    private final long[] filled;

    /** What stands in each slot. */
    final Shape.Slot[] fields;

    private final Object[] below;
    private Map<String, Object> kept;
    private BitSet taken;
    private Content original;
    private int originalChanges;

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
        this.filled = new long[fields.length / Long.SIZE + 1];
        this.below = new Object[slots.length];
    }

    void clear() {
        for (int word = 0; word < filled.length; word++) {
            for (long left = filled[word]; left != 0; left &= left - 1) {
                slots[slot(word, left)] = 0;
            }
            filled[word] = 0;
        }
        kept = null;
        if (original != null) {
            original = null;
            taken.clear();
        }
    }

    boolean has(int slot) {
        return slots[slot] != 0;
    }

    boolean isEmpty() {
        for (long word : filled) {
            if (word != 0) {
                return false;
            }
        }
        return kept == null;
    }

    /** How many {@link #filled} there are. */
    int words() {
        return filled.length;
    }

    /** Of 64 slots, those in which something stands, a bit for each. */
    long filled(int word) {
        return filled[word];
    }

    /** The first slot of those left. */
    static int slot(int word, long left) {
        return word * Long.SIZE + Long.numberOfTrailingZeros(left);
    }

    /** The value of a slot, packed: {@link #start}, {@link #length} and {@link #ESCAPED}. */
    long value(int slot) {
        return slots[slot];
    }

    static int start(long value) {
        return (int) (value >>> 32) & Integer.MAX_VALUE;
    }

    static boolean isMisfit(long value) {
        return value < 0;
    }

    /**
     * The text of a value; empty for 0.
     *
     * @param slice what points at the value as long as it is plain
     */
    CharSequence text(long value, Slice slice) {
        if (value == 0) {
            return "";
        }
        slice.set(scope.text(), start(value), start(value) + length(value));
        return (value & ESCAPED) == 0 ? slice : slice.toString();
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
        putValue(slot, scope.add(value));
    }

    /** The same of a text, which must not be empty. */
    void put(int slot, String value) {
        putValue(slot, scope.add(value));
    }

    /** The same of bytes of ASCII that JSON can hold as they are. */
    void putPlain(int slot, byte[] bytes, int from, int to) {
        putValue(slot, scope.addPlain(bytes, from, to));
    }

    /** Notes that something else stands where a value should: {@code an array}. */
    void putMisfit(int slot, String what) {
        putValue(slot, scope.add(what) | MISFIT);
    }

    private void putValue(int slot, long value) {
        mark();
        fill(slot, value);
    }

    private void fill(int slot, long value) {
        slots[slot] = value;
        filled[slot / Long.SIZE] |= 1L << slot;
    }

    /** Adds a value to an array of values. */
    void add(int slot, Slice value) {
        addValue(slot, scope.add(value));
    }

    void add(int slot, String value) {
        addValue(slot, scope.add(value));
    }

    void addPlain(int slot, byte[] bytes, int from, int to) {
        addValue(slot, scope.addPlain(bytes, from, to));
    }

    void addMisfit(int slot, String what) {
        addValue(slot, scope.add(what) | MISFIT);
    }

    private void addValue(int slot, long value) {
        mark();
        int size = (int) slots[slot];
        fill(slot, size + 1L);
        long[] values = (long[]) below[slot];
        if (values == null || values.length == size) {
            values = values == null ? new long[FEW] : Arrays.copyOf(values, 2 * size);
            below[slot] = values;
        }
        values[size] = value;
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
        int size = (int) slots[slot];
        fill(slot, size + 1L);
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

    boolean keepsAnything() {
        return kept != null;
    }

    /** The text kept under a systematic name, or null. */
    String kept(String name) {
        return kept != null && kept.get(name) instanceof String text ? text : null;
    }

    /** Whether something is kept under a systematic name that begins so. */
    boolean keeps(String beginning) {
        return kept != null && kept.keySet().stream().anyMatch(name -> name.startsWith(beginning));
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
            holder.fill(place, 1);
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

    /** Takes what stands in a slot of another object of the same shape, but for what is kept without a field. */
    void take(int slot, Content other) {
        taken = taken == null ? new BitSet() : taken;
        original = other;
        originalChanges = other.scope.changes();
        taken.set(slot);
        copy(slot, other);
    }

    /** Whether what stands in a slot was taken from another object, which is still as it was. */
    boolean isTaken(int slot, Content other) {
        return original == other && originalChanges == other.scope.changes() && taken.get(slot);
    }

    private void copy(int slot, Content other) {
        switch (fields[slot].kind()) {
            case VALUE -> putValue(slot, copied(other, other.slots[slot]));
            case OBJECT -> object(slot).copyFields(other.object(slot));
            case VALUES -> {
                for (int i = 0; i < other.count(slot); i++) {
                    addValue(slot, copied(other, other.value(slot, i)));
                }
            }
            case OBJECTS -> {
                for (int i = 0; i < other.count(slot); i++) {
                    newItem(slot).copyFields(other.item(slot, i));
                }
            }
        }
    }

    private void copyFields(Content other) {
        for (int slot = 0; slot < slots.length; slot++) {
            if (other.slots[slot] != 0) {
                copy(slot, other);
            }
        }
    }

    private long copied(Content other, long value) {
        int start = start(value);
        long marks = value & (ESCAPED | MISFIT);
        return scope.addPlain(other.scope.text(), start, start + length(value)) | marks;
    }

    /** Whether something stands at the end of a way. */
    boolean has(int[] way) {
        Content content = this;
        for (int i = 0; i < way.length - 1; i++) {
            if (!content.has(way[i])) {
                return false;
            }
            content = content.object(way[i]);
        }
        return content.has(way[way.length - 1]);
    }

    /** The object at the end of a way; null if there is none. */
    Content at(int[] way) {
        Content content = this;
        for (int i = 0; i < way.length && content != null; i++) {
            content = content.has(way[i]) ? content.object(way[i]) : null;
        }
        return content;
    }
}
