package org.claimgate.guide;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.claimgate.x12.Slice;

/** The codes that a place allows. */
final class CodeList {

    /** Any value is allowed. */
    static final CodeList ANY = new CodeList("", Map.of(), false);

    private final String name;
    private final Map<String, String> meanings;
    private final boolean open;
    private final boolean any;
    /** The codes by a hash of their characters, so that a value that is no string can be looked up. */
    private final String[] table;

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
        this.table = new String[4 * Integer.highestOneBit(Math.max(1, meanings.size()))];
        meanings.keySet().forEach(code -> table[slot(code)] = code);
    }

    /** Codes that a guide lists itself. */
    static CodeList of(Collection<String> codes) {
        Map<String, String> meanings = new LinkedHashMap<>();
        codes.forEach(code -> meanings.put(code, ""));
        return codes.isEmpty() ? ANY : new CodeList("", meanings, false);
    }

    /** Where a code stands, or would stand, in the table. */
    private int slot(CharSequence code) {
        int hash = 0;
        for (int i = 0; i < code.length(); i++) {
            hash = 31 * hash + code.charAt(i);
        }
        int slot = (hash ^ hash >>> 7) & table.length - 1;
        while (table[slot] != null && !same(table[slot], code)) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    private static boolean same(String code, CharSequence other) {
        return other instanceof Slice slice ? slice.matches(code) : code.contentEquals(other);
    }

    String name() {
        return name;
    }

    Map<String, String> meanings() {
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

    boolean allows(CharSequence value) {
        return isAny() || table[slot(value)] != null;
    }

    /** In words, what is expected instead of a code that is not allowed. */
    String expected() {
        return name.isEmpty() ? "one of " + String.join(" ", codes()) : "a code of the list " + name;
    }
}
