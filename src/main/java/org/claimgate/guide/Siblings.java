package org.claimgate.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.claimgate.x12.Segment;
import org.claimgate.x12.Slice;

/** The children of a loop that are, or begin with, segments of one identifier: found by their qualifiers. */
final class Siblings {

    /** In the place of the qualifier of a child that takes any. */
    private static final long ANY = -1;

    private final Dictionary.SegmentDefinition segment;
    private final int packedId;
    /** Packed qualifiers in the order of the children, and the index that each one's child has in the loop. */
    private final long[] qualifiers;

    private final int[] children;

    private Siblings(List<Use> firsts, int[] indexes) {
        segment = firsts.get(indexes[0]).segment();
        packedId = firsts.get(indexes[0]).packedId();
        List<Long> packed = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        for (int index : indexes) {
            List<String> own = firsts.get(index).qualifiers();
            own.forEach(qualifier -> packed.add(Slice.pack(qualifier)));
            if (own.isEmpty()) {
                packed.add(ANY);
            }
            while (owners.size() < packed.size()) {
                owners.add(index);
            }
        }
        qualifiers = packed.stream().mapToLong(Long::longValue).toArray();
        children = owners.stream().mapToInt(Integer::intValue).toArray();
    }

    /** All siblings among the children of a loop, given the first segment of each. */
    static List<Siblings> among(List<Use> firsts) {
        return firsts.stream()
                .mapToInt(Use::packedId)
                .distinct()
                .mapToObj(id -> new Siblings(
                        firsts,
                        IntStream.range(0, firsts.size())
                                .filter(child -> firsts.get(child).packedId() == id)
                                .toArray()))
                .toList();
    }

    int packedId() {
        return packedId;
    }

    /** Index of the next child, within these bounds, that a segment of this identifier is or begins; -1 for none. */
    int find(Segment found, int from, int to) {
        long qualifier = found.packed(segment.qualifierElement(), segment.qualifierComponent());
        for (int i = 0; i < children.length; i++) {
            int child = children[i];
            if (child >= from && (qualifiers[i] == qualifier || qualifiers[i] == ANY)) {
                return child < to ? child : -1;
            }
        }
        return -1;
    }
}
