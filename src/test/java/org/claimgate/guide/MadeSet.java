package org.claimgate.guide;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Makes up transaction sets that a guide allows: its loops with repeats and levels, in an order that readers must take. */
final class MadeSet {

    /** From this number of segments on, only what is required is added. */
    private static final int MANY = 250;

    private static final int FEW_REPEATS = 30;
    private static final int CHILD_ELEMENT = 4;
    private static final String UNKNOWN_CHILD = "\u0001";

    /** A hierarchical level: HL04 is known only once what stands below is made. */
    private static final class Level {

        private final int number;
        private final Level above;
        private final int position;
        private boolean below;

        private Level(int number, Level above, int position) {
            this.number = number;
            this.above = above;
            this.position = position;
        }
    }

    private final List<String> segments = new ArrayList<>();
    private final List<Level> levels = new ArrayList<>();
    private final Deque<Map<Part, Integer>> plans = new ArrayDeque<>();
    private final Map<Loop, Long> seeds = new HashMap<>();
    private final double density;
    private Random random;

    private MadeSet(Random random) {
        this.random = random;
        this.density = 0.05 + 0.6 * random.nextDouble();
    }

    /** The segments between ST and SE, without terminators. */
    static List<String> of(Guide guide, Random random) {
        MadeSet set = new MadeSet(random);
        set.loop(guide.root(), 1, null);
        set.levels.forEach(set::promise);
        return set.segments;
    }

    private void promise(Level level) {
        String segment = segments.get(level.position);
        segments.set(level.position, segment.replace(UNKNOWN_CHILD, level.below ? "1" : "0"));
    }

    /** One occurrence. What leads to the records now and then says the same as the occurrence before. */
    private void loop(Loop loop, int ordinal, Level above) {
        Random around = random;
        if (loop.isOnPath() && !loop.isRecord()) {
            boolean again = random.nextInt(4) == 0;
            long seed = random.nextLong();
            random = new Random(again ? seeds.getOrDefault(loop, seed) : seed);
            seeds.put(loop, again ? seeds.getOrDefault(loop, seed) : seed);
        }
        Map<Part, Integer> plan = plan(loop);
        plans.push(plan);
        Level level = level(loop, above);
        int index = 0;
        while (index < loop.children().size()) {
            List<Part> run = run(loop, index);
            random = index < loop.firstPathChild() ? random : around;
            index += run.size();
            List<Runnable> blocks = new ArrayList<>();
            for (Part part : run) {
                for (int i = 1; i <= plan.get(part); i++) {
                    int occurrence = i;
                    blocks.add(() -> add(part, occurrence, ordinal, level));
                }
            }
            if (run.size() > 1 && random.nextInt(5) == 0) {
                Collections.shuffle(blocks, random);
            }
            blocks.forEach(Runnable::run);
        }
        plans.pop();
        random = around;
    }

    private Level level(Loop loop, Level above) {
        if (!hasLevel(loop)) {
            return above;
        }
        if (above != null) {
            above.below = true;
        }
        Level level = new Level(levels.size() + 1, above, segments.size());
        levels.add(level);
        return level;
    }

    private static boolean hasLevel(Loop loop) {
        return loop.parent() != null && loop.first().counts(Counter.Kind.LEVEL);
    }

    /** Parts of one segment may come in any order; the first of a loop and those that lead to records stand alone. */
    private static List<Part> run(Loop loop, int from) {
        List<Part> run = new ArrayList<>();
        for (int i = from; i < loop.children().size(); i++) {
            Part part = loop.children().get(i);
            boolean alone = (i == 0 && loop.parent() != null) || isOnPath(part);
            boolean same = run.isEmpty()
                    || part.first().packedId() == run.get(0).first().packedId();
            if (!run.isEmpty() && (alone || !same)) {
                return run;
            }
            run.add(part);
            if (alone) {
                return run;
            }
        }
        return run;
    }

    private static boolean isOnPath(Part part) {
        return part instanceof Loop loop && loop.isOnPath();
    }

    /** How often each part stands. */
    private Map<Part, Integer> plan(Loop loop) {
        Map<Part, Integer> plan = new HashMap<>();
        String child = hasLevel(loop) ? promised(loop.first()) : null;
        for (int i = 0; i < loop.children().size(); i++) {
            Part part = loop.children().get(i);
            int times = i == 0 && loop.parent() != null ? 1 : times(part);
            if (part instanceof Loop inner && inner.isOnPath()) {
                boolean needed = loop.parent() == null || (hasLevel(inner) && "1".equals(child));
                boolean impossible = hasLevel(inner) && "0".equals(child);
                times = impossible ? 0 : needed ? Math.max(1, times) : times;
            }
            plan.put(part, times);
        }
        plans.push(plan);
        Set<Part> stoodFor = new HashSet<>();
        for (Part part : loop.children()) {
            if (part.unless() != null && plan.get(part) > 0) {
                boolean possible =
                        !holdsFirst(part.unless()) && stoodFor.add(part.unless().part());
                plan.put(part, possible ? plan.get(part) : 0);
            }
        }
        for (Part part : loop.children()) {
            if (part instanceof Use use && use.requiredUnless() != null && !isThere(use.requiredUnless())) {
                plan.put(part, 1);
            }
        }
        plans.pop();
        return plan;
    }

    /** What HL04 is, where the guide says it. */
    private static String promised(Use level) {
        return level.mappings().stream()
                .filter(mapping ->
                        mapping instanceof Constant constant && constant.cell().element() == CHILD_ELEMENT)
                .map(mapping -> ((Constant) mapping).value())
                .findFirst()
                .orElse(null);
    }

    private int times(Part part) {
        boolean wanted = segments.size() < MANY && random.nextDouble() < (isOnPath(part) ? 0.7 : density);
        if (!part.required() && !wanted) {
            return 0;
        }
        if (part.maximum() == 1 || segments.size() > MANY) {
            return 1;
        }
        boolean all = part.maximum() < FEW_REPEATS && random.nextInt(40) == 0;
        return all ? part.maximum() : 1 + random.nextInt(Math.min(3, part.maximum()));
    }

    private boolean isThere(Unless unless) {
        for (Map<Part, Integer> plan : plans) {
            if (plan.containsKey(unless.part())) {
                return plan.get(unless.part()) > 0;
            }
        }
        return true;
    }

    /** Whether a condition holds for the first record below. */
    private boolean holdsFirst(Unless unless) {
        boolean recordBefore = plans.stream()
                .filter(plan -> plan.containsKey(unless.part()))
                .flatMap(plan -> plan.entrySet().stream())
                .anyMatch(part -> part.getKey() instanceof Loop loop && loop.isRecord() && part.getValue() > 0);
        return isThere(unless) && !recordBefore;
    }

    private void add(Part part, int occurrence, int ordinal, Level level) {
        if (part instanceof Loop inner) {
            loop(inner, occurrence, level);
            return;
        }
        MadeUse made = new MadeUse(random, counter -> count(counter, ordinal, level), this::holdsFirst);
        segments.add(made.of((Use) part).text());
    }

    private String count(Counter counter, int ordinal, Level level) {
        return switch (counter.kind()) {
            case LEVEL -> String.valueOf(level.number);
            case PARENT -> level.above == null ? "" : String.valueOf(level.above.number);
            case CHILD -> UNKNOWN_CHILD;
            case ORDINAL -> counter.override() != null && random.nextInt(5) == 0
                    ? String.valueOf(1 + random.nextInt(900))
                    : String.valueOf(ordinal);
        };
    }
}
