package org.claimgate.guide;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The codes that a place allows.
 *
 * @param name of the file in mappings/codes/; empty for codes that the guide itself lists
 * @param meanings each code with what it means; empty meanings where the guide itself lists the codes
 * @param open whether the list changes more often than its file: an unknown code is then only a warning
 */
record CodeList(String name, Map<String, String> meanings, boolean open) {

    /** Any value is allowed. */
    static final CodeList ANY = new CodeList("", Map.of(), false);

    /** Codes that a guide lists itself. */
    static CodeList of(Collection<String> codes) {
        Map<String, String> meanings = new LinkedHashMap<>();
        codes.forEach(code -> meanings.put(code, ""));
        return codes.isEmpty() ? ANY : new CodeList("", meanings, false);
    }

    Set<String> codes() {
        return meanings.keySet();
    }

    boolean isAny() {
        return meanings.isEmpty();
    }

    boolean allows(String value) {
        return isAny() || meanings.containsKey(value);
    }

    /** In words, what is expected instead of a code that is not allowed. */
    String expected() {
        return name.isEmpty() ? "one of " + String.join(" ", codes()) : "a code of the list " + name;
    }
}
