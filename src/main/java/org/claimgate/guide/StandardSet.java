package org.claimgate.guide;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What X12 itself has in the loops of a transaction set, of which a guide uses some. */
final class StandardSet {

    private final Map<String, Set<String>> segments = new HashMap<>();

    private StandardSet() {}

    /** @param loops segment identifiers by the number of their loop */
    static StandardSet of(Node loops) {
        StandardSet set = new StandardSet();
        loops.entries().forEach((loop, ids) -> {
            if (!loop.matches("ST|\\d{4}")) {
                throw ids.mistake("'" + loop + "' is no number of a loop");
            }
            set.segments.put(loop, new LinkedHashSet<>(List.of(ids.text().split("\\s+"))));
        });
        return set;
    }

    /** Whether a segment may stand in a loop: 2010AA is 2010 in the standard. */
    boolean has(Loop loop, String segment) {
        String id = loop.id();
        return segments.getOrDefault(id.substring(0, Math.min(4, id.length())), Set.of())
                .contains(segment);
    }

    /** Whether a segment may stand anywhere in the set. */
    boolean has(String segment) {
        return segments.values().stream().anyMatch(ids -> ids.contains(segment));
    }
}
