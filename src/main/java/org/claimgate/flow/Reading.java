package org.claimgate.flow;

/**
 * How the reading of a file ended.
 *
 * @param readable false for one of which nothing could be read
 * @param note one line of what was found in it, without names, member ids or birth dates
 */
record Reading(boolean readable, String note) {

    /** {@code 1 claim}, {@code 2 claims}. */
    static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
