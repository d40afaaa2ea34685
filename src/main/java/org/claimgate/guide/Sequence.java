package org.claimgate.guide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The order in which the parts of a loop came. */
final class Sequence {

    /** A file that changes from part to part more often than this has its order kept up to here only. */
    private static final int MOST = 2_000;

    private static final int FEW = 8;

    private final Loop loop;
    /** Parts in a row, and how often each stood there. */
    private int[] parts = new int[FEW];

    private int[] times = new int[FEW];
    private int size;
    private boolean disordered;

    Sequence(Loop loop) {
        this.loop = loop;
    }

    void clear() {
        size = 0;
        disordered = false;
    }

    void add(int part) {
        if (size > 0 && parts[size - 1] == part) {
            times[size - 1]++;
            return;
        }
        if (size == MOST) {
            return;
        }
        if (size == parts.length) {
            parts = Arrays.copyOf(parts, 2 * size);
            times = Arrays.copyOf(times, 2 * size);
        }
        disordered |= size > 0 && part < parts[size - 1];
        parts[size] = part;
        times[size++] = 1;
    }

    /**
     * The keys of the parts with these indexes as they came, if that is not the order of the guide; otherwise null. Each
     * time a key stands there it is one occurrence, the last time all that are left.
     */
    String order(int from, int to) {
        if (!disordered || !isDisordered(from, to)) {
            return null;
        }
        int[] last = new int[loop.children().size()];
        for (int i = 0; i < size; i++) {
            last[parts[i]] = i;
        }
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < size && keys.size() < MOST; i++) {
            if (parts[i] >= from && parts[i] < to) {
                int repeats = last[parts[i]] == i ? 1 : Math.min(MOST, times[i]);
                for (int repeat = 0; repeat < repeats; repeat++) {
                    keys.add(loop.children().get(parts[i]).key());
                }
            }
        }
        return String.join(" ", keys);
    }

    private boolean isDisordered(int from, int to) {
        int before = from;
        for (int i = 0; i < size; i++) {
            if (parts[i] >= from && parts[i] < to) {
                if (parts[i] < before) {
                    return true;
                }
                before = parts[i];
            }
        }
        return false;
    }
}
