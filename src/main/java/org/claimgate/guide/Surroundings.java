package org.claimgate.guide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The fields that a loop on the way to the record writes before its records. Equal in two documents, they share the loop;
 * present in a document, it hangs under the loop.
 */
final class Surroundings {

    /** An object that has fields of the loop, and perhaps others. */
    private static final class Inside {

        private final List<String> object;
        private final Set<List<String>> objects = new LinkedHashSet<>();
        private final Set<List<String>> fields = new LinkedHashSet<>();

        private int[][] objectWays;
        private int[][] fieldWays;

        private Inside(List<String> object) {
            this.object = object;
        }

        private void bind(Shape document) {
            objectWays = ways(objects, document);
            fieldWays = ways(fields, document);
        }
    }

    /** What is compared of two documents, and when it differs, inside it. */
    private record Compared(int[] way, Inside inside) {}

    /** What is written only where a loop on the way to the record is not called for. */
    private record Condition(Loop loop, int[][] ways) {}

    private final Loop loop;
    private final Set<List<String>> paths = new LinkedHashSet<>();
    /** Of those of the paths that lead to objects, what stands in them. */
    private final Map<List<String>, Inside> insides = new HashMap<>();

    /** Paths that are written only where a loop on the way to the record is not called for. */
    private final Map<Loop, Set<List<String>>> conditional = new LinkedHashMap<>();

    private final Set<List<String>> elsewhere = new HashSet<>();
    private final Set<String> loopIds = new LinkedHashSet<>();
    /** What the names of values begin with that stand behind the records. */
    private final List<String> trailing = new ArrayList<>();
    /** The same of segments that are written only where a loop on the way to the record is not called for. */
    private final List<String> situational = new ArrayList<>();

    private Set<List<String>> calling;
    private int[] ownWay;
    private int[][] ways;
    private int[][] callingWays;
    private Compared[] comparedWays;
    private Condition[] conditions;

    Surroundings(Loop loop) {
        this.loop = loop;
        loopIds.add(loop.key());
        trailing.add(loop.key() + Reading.TRAILING);
        for (Turn turn : loop.trailing()) {
            trailing.add(loop.key() + "." + turn.part().key() + ".");
            trailing.add(loop.key() + "." + turn.part().key() + "#");
        }
        collect(
                loop,
                place(loop),
                Math.min(loop.firstPathChild(), loop.children().size()),
                null);
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

    private void collect(Loop inner, List<String> place, int end, Inside inside) {
        for (Part part : inner.children().subList(0, end)) {
            if (part instanceof Use use) {
                if (isOnPath(use.unless())) {
                    situational.add(inner.key() + "." + use.key() + ".");
                    situational.add(inner.key() + "." + use.key() + "#");
                }
                collect(use, place, inside);
                continue;
            }
            Loop below = (Loop) part;
            loopIds.addAll(below.loopIds());
            if (below.at() == null) {
                collect(below, place, below.children().size(), inside);
            } else if (below.at().array()) {
                add(join(place, below.at()), null, inside);
            } else {
                List<String> object = join(place, below.at());
                collect(below, object, below.children().size(), within(object, inside));
            }
        }
    }

    private void collect(Use use, List<String> place, Inside inside) {
        boolean array = use.at() != null && use.at().array();
        if (array) {
            add(join(place, use.at()), use.unless(), inside);
            return;
        }
        List<String> object = use.at() == null ? place : join(place, use.at());
        Inside around = use.at() == null ? inside : within(object, inside);
        for (Mapping mapping : use.mappings()) {
            Unless unless = mapping instanceof Conditional part ? part.unless() : use.unless();
            Set<List<String>> fields = new LinkedHashSet<>();
            collect(mapping, object, fields);
            fields.forEach(field -> add(field, unless, around));
            if (isOnPath(unless)) {
                conditional.computeIfAbsent((Loop) unless.part(), key -> new LinkedHashSet<>());
            }
        }
    }

    /** What is collected of an object: of one inside another, with that. */
    private Inside within(List<String> object, Inside around) {
        Inside inside = around;
        if (around == null || !startsWith(object, around.object)) {
            paths.add(object);
            inside = insides.computeIfAbsent(object, Inside::new);
        }
        inside.objects.add(object);
        return inside;
    }

    private void add(List<String> field, Unless unless, Inside inside) {
        if (isOnPath(unless)) {
            conditional
                    .computeIfAbsent((Loop) unless.part(), key -> new LinkedHashSet<>())
                    .add(field);
        } else if (inside != null && startsWith(field, inside.object)) {
            inside.fields.add(field);
        } else {
            paths.add(field);
        }
    }

    private static boolean startsWith(List<String> path, List<String> beginning) {
        return path.size() >= beginning.size()
                && path.subList(0, beginning.size()).equals(beginning);
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

    private static boolean isOnPath(Unless unless) {
        return unless != null && unless.part() instanceof Loop on && on.isOnPath();
    }

    /** Fields that another place writes unless this loop is there: they do not call for the loop. */
    void writtenElsewhere(Mapping mapping, List<String> place) {
        collect(mapping, place, elsewhere);
    }

    /** Whether a document has fields that only this loop writes. */
    boolean callFor(Content document) {
        for (int[] way : callingWays) {
            if (document.has(way)) {
                return true;
            }
        }
        Content own = loop.in(document);
        return own.keepsAnything() && loopIds.stream().anyMatch(id -> own.keeps(id + "."));
    }

    /** The fields that only this loop writes. */
    private Set<List<String>> calling() {
        if (calling == null) {
            Set<List<String>> all = all();
            all.removeAll(elsewhere);
            calling = all;
        }
        return calling;
    }

    private Set<List<String>> all() {
        Set<List<String>> all = new LinkedHashSet<>(paths);
        conditional.values().forEach(all::addAll);
        return all;
    }

    /** Whether two documents say the same around their records. */
    boolean equal(Content one, Content other) {
        if (!equalKept(loop.in(one), loop.in(other), one, other)) {
            return false;
        }
        for (Compared compared : comparedWays) {
            if (!Sameness.at(compared.way, one, other) && !equalInside(one, other, compared.inside)) {
                return false;
            }
        }
        for (Condition condition : conditions) {
            Surroundings there = condition.loop.surroundings();
            if (!equal(one, other, condition.ways) && !there.callFor(one) && !there.callFor(other)) {
                return false;
            }
        }
        return true;
    }

    /** Objects that differ may do so in fields that other loops write. */
    private boolean equalInside(Content one, Content other, Inside inside) {
        if (inside == null || !equal(one, other, inside.fieldWays)) {
            return false;
        }
        for (int[] way : inside.objectWays) {
            if (!equalKept(one.at(way), other.at(way), one, other)) {
                return false;
            }
        }
        return true;
    }

    private static boolean equal(Content one, Content other, int[][] ways) {
        for (int[] way : ways) {
            if (!Sameness.at(way, one, other)) {
                return false;
            }
        }
        return true;
    }

    /** Whether 'unless' comes out the same for two documents. */
    boolean sameConditions(Content one, Content other) {
        for (Condition condition : conditions) {
            Surroundings there = condition.loop.surroundings();
            if (there.callFor(one) != there.callFor(other)) {
                return false;
            }
        }
        return true;
    }

    /** Finds the slots of the fields in the shape of a document. */
    void bind(Shape document) {
        ownWay = document.way(place(loop));
        ways = ways(all(), document);
        callingWays = ways(calling(), document);
        insides.values().forEach(inside -> inside.bind(document));
        comparedWays = paths.stream()
                .map(path -> new Compared(document.way(path), insides.get(path)))
                .toArray(Compared[]::new);
        conditions = conditional.entrySet().stream()
                .map(entry -> new Condition(entry.getKey(), ways(entry.getValue(), document)))
                .toArray(Condition[]::new);
    }

    private static int[][] ways(Set<List<String>> paths, Shape document) {
        return paths.stream().map(document::way).toArray(int[][]::new);
    }

    /** Whether two occurrences of the loop that are being read say the same. */
    boolean equal(Scope one, Scope other) {
        return equal(one.root(), other.root(), ways)
                && kept(one.root().at(ownWay), true).equals(kept(other.root().at(ownWay), true));
    }

    /** Whether two objects, of one document each, keep the same of the loop. */
    private boolean equalKept(Content first, Content second, Content one, Content other) {
        boolean nothing = (first == null || first.kept() == null) && (second == null || second.kept() == null);
        boolean alike = nothing || sameConditions(one, other);
        return nothing || kept(first, alike).equals(kept(second, alike));
    }

    /**
     * What an object keeps of the loop.
     *
     * @param all whether what is situational counts
     */
    private Map<String, Object> kept(Content content, boolean all) {
        if (content == null || content.kept() == null) {
            return Map.of();
        }
        Map<String, Object> kept = new HashMap<>(content.kept());
        kept.keySet()
                .removeIf(
                        name -> !isOfLoop(name) || (!all && situational.stream().anyMatch(name::startsWith)));
        return kept;
    }

    /** The conditions that hold for a document being read, a bit for each. */
    long conditionsOf(Document read) {
        long holding = 0;
        for (Condition condition : conditions) {
            holding = holding << 1 | (condition.loop.surroundings().callFor(read) ? 1 : 0);
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

    private boolean isOfLoop(String keptName) {
        return loopIds.contains(keptName.substring(0, Math.max(0, loopEnd(keptName))))
                && trailing.stream().noneMatch(keptName::startsWith);
    }

    private int loopEnd(String name) {
        int end = name.indexOf('.');
        int second = end < 0 ? -1 : name.indexOf('.', end + 1);
        boolean suffixed = second > 0 && loopIds.contains(name.substring(0, second));
        return suffixed ? second : end;
    }
}
