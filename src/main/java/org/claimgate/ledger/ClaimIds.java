package org.claimgate.ledger;

import java.security.SecureRandom;
import java.time.Clock;

/** Claim identifiers: 10 characters of time, 10 of chance, in 32 capitals and digits that cannot be mistaken for others. */
final class ClaimIds {

    private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int LENGTH = 20;
    private static final int HALF = 10;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    ClaimIds(Clock clock) {
        this.clock = clock;
    }

    String next() {
        char[] id = new char[LENGTH];
        put(id, 0, clock.millis());
        put(id, HALF, random.nextLong());
        return new String(id);
    }

    private static void put(char[] id, int start, long bits) {
        long rest = bits;
        for (int i = start + HALF - 1; i >= start; i--) {
            id[i] = DIGITS[(int) (rest & 31)];
            rest >>>= 5;
        }
    }
}
