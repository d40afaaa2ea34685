package org.claimgate.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The fields that a loop on the way to the record writes before its records. Equal in two documents, they share the loop;
 * present in a document, it hangs under the loop.
 */
final class Surroundings {

    private final Loop loop;
    private final Set<List<String>> paths = new LinkedHashSet<>();
    private final Set<List<String>> elsewhere = new HashSet<>();
    private final Set<String> loopIds = new LinkedHashSet<>();
    private final Set<Unless> conditions = new LinkedHashSet<>();
    private int[] ownWay;
    private int[][] ways;
    private int[][] callingWays;

    Surroundings(Loop loop) {
        this.loop = loop;
        loopIds.add(loop.key());
        collect(
                loop,
                place(loop),
                Math.min(loop.firstPathChild(), loop.children().size()));
    }

    static List<String> place(Loop loop) {
        if (loop == null) {
            return List.of();
        }
        return loop.at() == null ? place(loop.parent()) : join(place(loop.parent()), loop.at());
    }

    static List<String> join(List<String> place, FieldPath path) {
        if (path.fromDocument()) {
            return path.names();
        }
        List<String> names = new ArrayList<>(place);
        names.addAll(path.names());
        return names;
    }

    private void collect(Loop inner, List<String> place, int end) {
        for (Part part : inner.children().subList(0, end)) {
            if (part instanceof Use use) {
                collect(use, place);
            } else {
                Loop below = (Loop) part;
                loopIds.addAll(below.loopIds());
                if (below.at() == null) {
                    collect(below, place, below.children().size());
                } else {
                    paths.add(join(place, below.at()));
                }
            }
        }
    }

    private void collect(Use use, List<String> place) {
        addCondition(use.unless());
        for (Mapping mapping : use.mappings()) {
            addCondition(mapping instanceof Conditional conditional ? conditional.unless() : null);
        }
        if (use.at() != null) {
            paths.add(join(place, use.at()));
            return;
        }
        use.mappings().forEach(mapping -> collect(mapping, place, paths));
    }

    private static void collect(Mapping mapping, List<String> place, Set<List<String>> paths) {
        mapping.visit(new Mapping.FieldVisitor() {
            @Override
            public void field(FieldPath path, Cell cell, Allowed allowed) {
                if (!path.isEnvelope()) {
                    paths.add(join(place, path));
                }
            }

            @Override
            public void inside(FieldPath path, Consumer<Mapping.FieldVisitor> fields) {
                paths.add(join(place, path));
            }
        });
    }

    private void addCondition(Unless unless) {
        if (unless != null && unless.part() instanceof Loop on && on.isOnPath()) {
            conditions.add(unless);
        }
    }

    /** Fields that another place writes unless this loop is there: they do not call for the loop. */
    void writtenElsewhere(Mapping mapping, List<String> place) {
        collect(mapping, place, elsewhere);
    }

    /** Whether a document has fields that only this loop writes. */
    boolean callFor(JsonNode document) {
        for (List<String> path : paths) {
            if (!elsewhere.contains(path) && hasValue(get(document, path))) {
                return true;
            }
        }
        return loopIds.stream().anyMatch(id -> loop.source(document).keeps(id + "."));
    }

    private static boolean hasValue(JsonNode node) {
        if (node == null || node.isNull()) {
            return false;
        }
        return node.isContainerNode() ? !node.isEmpty() : !node.asText().isEmpty();
    }

    boolean equal(ObjectNode one, ObjectNode other) {
        for (List<String> path : paths) {
            if (!Objects.equals(get(one, path), get(other, path))) {
                return false;
            }
        }
        return sameConditions(one, other) && kept(one).equals(kept(other));
    }

    private boolean sameConditions(ObjectNode one, ObjectNode other) {
        JsonSource here = loop.source(one);
        JsonSource there = loop.source(other);
        return conditions.stream().allMatch(condition -> condition.holds(here) == condition.holds(there));
    }

    /** Finds the slots of the fields in the shape of a document. */
    void bind(Shape document) {
        Set<List<String>> calling = new LinkedHashSet<>(paths);
        calling.removeAll(elsewhere);
        ownWay = document.way(place(loop));
        ways = paths.stream().map(document::way).toArray(int[][]::new);
        callingWays = calling.stream().map(document::way).toArray(int[][]::new);
    }

    /** Whether two occurrences of the loop that are being read say the same. */
    boolean equal(Scope one, Scope other) {
        for (int[] way : ways) {
            if (!Content.same(one.root(), other.root(), way)) {
                return false;
            }
        }
        return kept(one).equals(kept(other));
    }

    private Map<String, Object> kept(Scope scope) {
        Content content = scope.root().at(ownWay);
        if (content == null || content.kept() == null) {
            return Map.of();
        }
        Map<String, Object> kept = new HashMap<>(content.kept());
        kept.keySet().removeIf(name -> !isOfLoop(name));
        return kept;
    }

    /** The conditions that hold for a document being read, a bit for each. */
    long conditionsOf(Document read) {
        long holding = 0;
        for (Unless condition : conditions) {
            holding = holding << 1 | (condition.holds(read) ? 1 : 0);
        }
        return holding;
    }

    /** Whether a document being read has fields that only this loop writes. */
    boolean callFor(Document read) {
        for (int[] way : callingWays) {
            if (read.has(way)) {
                return true;
            }
        }
        return read.keeps(ownWay, loopIds);
    }

    private static JsonNode get(JsonNode document, List<String> path) {
        JsonNode node = document;
        for (int i = 0; i < path.size() && node != null; i++) {
            node = node.get(path.get(i));
        }
        return node;
    }

    private Map<String, JsonNode> kept(ObjectNode document) {
        JsonNode unnamed = loop.source(document).node().get(Reading.UNNAMED);
        if (unnamed == null) {
            return Map.of();
        }
        Map<String, JsonNode> kept = new HashMap<>();
        unnamed.properties().forEach(entry -> {
            if (isOfLoop(entry.getKey())) {
                kept.put(entry.getKey(), entry.getValue());
            }
        });
        return kept;
    }

    private boolean isOfLoop(String keptName) {
        return loopIds.contains(keptName.substring(0, Math.max(0, loopEnd(keptName))));
    }

    private int loopEnd(String name) {
        int end = name.indexOf('.');
        int second = end < 0 ? -1 : name.indexOf('.', end + 1);
        boolean suffixed = second > 0 && loopIds.contains(name.substring(0, second));
        return suffixed ? second : end;
    }
}
