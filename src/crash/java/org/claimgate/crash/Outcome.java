package org.claimgate.crash;

import java.util.Set;

/**
 * How one trial ended.
 *
 * @param name what was done
 * @param findings what was lost or came twice
 */
record Outcome(String name, int kills, int claims, Set<Finding> findings) {

    long lost() {
        return count(Finding.Kind.LOST);
    }

    long duplicated() {
        return count(Finding.Kind.DUPLICATED);
    }

    private long count(Finding.Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).count();
    }
}
