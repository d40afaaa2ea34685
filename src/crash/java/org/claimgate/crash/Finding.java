package org.claimgate.crash;

/**
 * One thing that is not there, or is there more than once.
 *
 * @param what the claim's number and what of it
 */
record Finding(Kind kind, String what) {

    enum Kind {
        LOST,
        DUPLICATED
    }

    static Finding lost(String what) {
        return new Finding(Kind.LOST, what);
    }

    static Finding duplicated(String what) {
        return new Finding(Kind.DUPLICATED, what);
    }
}
