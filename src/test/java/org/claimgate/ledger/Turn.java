package org.claimgate.ledger;

import java.time.Duration;

/** A node of the tests, whose turn it is at a partner. */
public final class Turn {

    private static final String NODE = "test";

    private Turn() {}

    public static Lease at(Ledger ledger, String partner) {
        ledger.leases().release(NODE);
        return ledger.leases().take(partner, NODE, Duration.ofMinutes(1)).orElseThrow();
    }
}
