package org.claimgate.response;

/** The transition table of a claim's life. */
public final class ClaimLifeCycle {

    private ClaimLifeCycle() {}
}
