package org.claimgate.claim.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Every check with the edits that it makes: one for each guide and, of those that look at several loops, for each loop. */
final class Catalogue {

    /** @param loop of a check that looks at several; null of others */
    record Entry(Check check, ClaimLoop loop, Edit edit) {}

    private static final List<Entry> ENTRIES = load();
    private static final Map<String, Edit> BY_ID = byId();

    static List<Entry> entries() {
        return ENTRIES;
    }

    /** In the order of their ids. */
    static Map<String, Edit> edits() {
        return BY_ID;
    }

    private static List<Entry> load() {
        List<Entry> entries = new ArrayList<>();
        for (Check check : ServiceLoader.load(Check.class, Check.class.getClassLoader())) {
            for (Kind kind : Kind.values()) {
                add(entries, check, kind);
            }
        }
        return entries.stream()
                .sorted(Comparator.comparing(entry -> entry.edit().id()))
                .toList();
    }

    private static void add(List<Entry> entries, Check check, Kind kind) {
        String name = check.getClass().getSimpleName();
        Rule rule = check.getClass().getAnnotation(Rule.class);
        if (rule == null) {
            throw new IllegalStateException(name + " has no @Rule");
        }
        String place = Edit.place(rule, kind);
        if (place.startsWith("*")) {
            List<ClaimLoop> loops = rule.in().length == 0 ? ClaimLoop.providers() : Arrays.asList(rule.in());
            loops.stream()
                    .filter(loop -> !loop.id(kind).isEmpty())
                    .forEach(loop -> entries.add(new Entry(check, loop, Edit.of(rule, kind, loop, name))));
        } else if (!place.isEmpty()) {
            entries.add(new Entry(check, null, Edit.of(rule, kind, null, name)));
        }
    }

    private static Map<String, Edit> byId() {
        Map<String, Edit> byId = new TreeMap<>();
        for (Entry entry : ENTRIES) {
            Edit other = byId.put(entry.edit().id(), entry.edit());
            if (other != null) {
                throw new IllegalStateException("the id " + other.id() + " is that of " + other.rule() + " and of "
                        + entry.edit().rule());
            }
        }
        return byId;
    }

    private Catalogue() {}
}
