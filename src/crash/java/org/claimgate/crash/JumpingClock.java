package org.claimgate.crash;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The machine's time, or so much later or earlier as it was told last. */
final class JumpingClock extends Clock {

    private final Clock machine = Clock.systemUTC();
    private volatile Duration ahead = Duration.ZERO;

    void jump(Duration from) {
        ahead = from;
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("a gateway reckons in UTC");
    }
}
