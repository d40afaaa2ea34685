package org.claimgate.flow;

/**
 * What of a file is passed over, because it cannot be trusted or because its sender is told to send it again: then nothing of
 * it may be told twice. Ordinals count from 1: interchanges in the file, groups in the interchange, sets in the group.
 */
interface Refusals {

    boolean interchange(int ordinal);

    /** An interchange that is refused because its sender used its control number before. */
    boolean repeated(int ordinal);

    /** An interchange that has been read before, in this file or another: nothing of it is missing. */
    boolean known(int ordinal);

    /** A set of an interchange that is not refused as a whole. */
    boolean set(int interchange, int group, int set);
}
