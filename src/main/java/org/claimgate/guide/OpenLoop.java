package org.claimgate.guide;

/** A loop on the way to the record that has begun and not ended. */
final class OpenLoop {

    final Loop loop;
    private final int[] counts;
    /** The document that went on in the loop last, and the last one with something for what stands behind the records. */
    Content latest;

    Content trailing;
    String level;
    long childMark = -1;
    /** Whether something was said of what the loop holds. */
    boolean flawed;

    OpenLoop(Loop loop, Content document) {
        this.loop = loop;
        this.latest = document;
        this.counts = new int[loop.pathChildren().size()];
    }

    OpenLoop(OpenLoop other) {
        loop = other.loop;
        latest = other.latest;
        trailing = other.trailing;
        counts = other.counts.clone();
        level = other.level;
        childMark = other.childMark;
        flawed = other.flawed;
    }

    /** Counts one more of a loop inside; how many there are. */
    int count(Loop inner) {
        return ++counts[loop.pathChildren().indexOf(inner)];
    }

    /** Whether there are as many of a loop inside as the guide allows. */
    boolean isFull(Loop inner) {
        return counts[loop.pathChildren().indexOf(inner)] >= inner.maximum();
    }
}
