package org.claimgate.guide;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimgate.x12.Slice;

/** The codes that a place allows. */
public final class CodeList {

    /** Any value is allowed. */
    static final CodeList ANY = new CodeList("", Map.of(), false);

    /** The golden ratio, as hashes know it: spreads numbers that differ in a few bits only. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final String name;
    private final Map<String, String> meanings;
    private final boolean open;
    private final boolean any;
    /** The codes of up to eight characters, packed, by a hash of theirs. */
    private final long[] table;

    private final Set<String> longer;

    /**
     * @param name of the file in mappings/codes/; empty for codes that the guide itself lists
     * @param meanings each code with what it means; empty meanings where the guide itself lists the codes
     * @param open whether the list changes more often than its file: an unknown code is then only a warning
     */
    CodeList(String name, Map<String, String> meanings, boolean open) {
        this.name = name;
        this.meanings = meanings;
        this.any = meanings.isEmpty();
        this.open = open;
        this.table = new long[4 * Integer.highestOneBit(Math.max(1, meanings.size()))];
        this.longer = meanings.keySet().stream()
                .filter(code -> Slice.pack(code) == 0)
                .collect(Collectors.toUnmodifiableSet());
        meanings.keySet().stream().mapToLong(Slice::pack).forEach(code -> table[slot(code)] = code);
    }

    /** Codes that a guide lists itself. */
    static CodeList of(Collection<String> codes) {
        Map<String, String> meanings = new LinkedHashMap<>();
        codes.forEach(code -> meanings.put(code, ""));
        return codes.isEmpty() ? ANY : new CodeList("", meanings, false);
    }

    /** Where a packed code stands, or would stand, in the table. */
    private int slot(long packed) {
        int slot = (int) ((packed * SPREAD) >>> Integer.SIZE) & table.length - 1;
        while (table[slot] != 0 && table[slot] != packed) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    String name() {
        return name;
    }

    /** Each code with what it means. */
    public Map<String, String> meanings() {
        return meanings;
    }

    boolean open() {
        return open;
    }

    Set<String> codes() {
        return meanings.keySet();
    }

    boolean isAny() {
        return any;
    }

    public boolean allows(CharSequence value) {
        if (any) {
            return true;
        }
        long packed = value instanceof Slice slice ? slice.packed() : Slice.pack(value);
        return packed == 0 ? longer.contains(value.toString()) : table[slot(packed)] != 0;
    }

    /** In words, what is expected instead of a code that is not allowed. */
    String expected() {
        return name.isEmpty() ? "one of " + String.join(" ", codes()) : "a code of the list " + name;
    }
}
