package org.claimgate.claim;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where the fields of a canonical claim stood in the claim as it was sent. Moves are recorded as they happen, on
 * whole subtrees; the longest known prefix decides.
 */
public final class Pointers {

    private final TreeMap<String, String> sent = new TreeMap<>();

    /** Of a claim that came as it is. */
    public Pointers() {}

    /** @param moves as {@link #moves()} gave them */
    public Pointers(Map<String, String> moves) {
        sent.putAll(moves);
    }

    /** Each pointer into the canonical claim below which something stands that was sent elsewhere, and where that was. */
    public Map<String, String> moves() {
        return Collections.unmodifiableMap(sent);
    }

    static String child(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    static String child(String pointer, int index) {
        return pointer + "/" + index;
    }

    static String parent(String pointer) {
        int slash = pointer.lastIndexOf('/');
        return slash < 0 ? "" : pointer.substring(0, slash);
    }

    static String name(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    /** Whether a pointer is one of others, or of something in what they point to. */
    static boolean isInsideAny(String pointer, Set<String> ancestors) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, Math.max(at.lastIndexOf('/'), 0))) {
            if (ancestors.contains(at)) {
                return true;
            }
        }
        return false;
    }

    void move(String from, String to) {
        place(sent(from), to);
    }

    /** What stood at a place in the claim as sent now stands at another. */
    void place(String origin, String now) {
        sent.put(now, origin);
    }

    /** Where a field of the canonical claim stood in the claim as it was sent. */
    public String sent(String pointer) {
        for (String prefix = pointer; !prefix.isEmpty(); prefix = parent(prefix)) {
            String origin = sent.get(prefix);
            if (origin != null) {
                return origin + pointer.substring(prefix.length());
            }
        }
        return pointer;
    }
}
