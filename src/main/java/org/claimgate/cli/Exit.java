package org.claimgate.cli;

/** What the process ends with. */
final class Exit {

    /** All is well. */
    static final int GOOD = 0;

    /** The data given has errors. */
    static final int BAD_DATA = 1;

    /** The command was called wrongly, or something it needs does not work. */
    static final int PLUMBING = 2;

    /** What ran has broken down, because a disk could not be written: to be started again. */
    static final int BROKEN_DOWN = 3;

    private Exit() {}
}
