package org.claimgate.guide;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Occurrences of a part that are written in one go.
 *
 * @param from the first of them, from 0
 * @param last whether they are all that are left, or only the one
 */
record Turn(Part part, int from, boolean last) {

    /** All occurrences. */
    static Turn all(Part part) {
        return new Turn(part, 0, true);
    }

    /** The parts in an order that {@link Sequence} gave; parts that it does not name come last. */
    static List<Turn> inOrder(List<Turn> parts, String order) {
        Map<String, Part> byKey = new HashMap<>();
        parts.forEach(turn -> byKey.put(turn.part.key(), turn.part));
        List<String> keys = List.of(order.split(" "));
        Map<Part, Integer> before = new HashMap<>();
        List<Turn> turns = new ArrayList<>();
        for (String key : keys) {
            Part part = byKey.get(key);
            if (part != null) {
                int from = before.merge(part, 1, Integer::sum) - 1;
                turns.add(new Turn(part, from, from + 1 == Collections.frequency(keys, key)));
            }
        }
        parts.stream().filter(turn -> !before.containsKey(turn.part)).forEach(turns::add);
        return turns;
    }

    boolean isFirst() {
        return from == 0;
    }

    /** Behind the last of the occurrences, when there are so many. */
    int end(int occurrences) {
        return last ? occurrences : Math.min(occurrences, from + 1);
    }
}
