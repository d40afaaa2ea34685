package org.claimgate.camel;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.claimgate.flow.Attention;
import org.claimgate.flow.Concern;
import org.claimgate.ledger.Ledger;

/** What needs attention as numbers, for whoever watches metrics; as of the last tick of the route watch. */
final class AttentionMeters {

    private final Attention attention;
    private final Ledger ledger;
    private final Clock clock;
    private volatile List<Concern> concerns = List.of();
    private volatile Duration oldestUnsent = Duration.ZERO;

    AttentionMeters(Attention attention, Ledger ledger, Clock clock) {
        this.attention = attention;
        this.ledger = ledger;
        this.clock = clock;
    }

    void in(MeterRegistry registry) {
        Gauge.builder("claimgate.unsent.age.seconds", this, meters -> meters.oldestUnsent.toSeconds())
                .description("How long the oldest claim has waited that its partner cannot see yet")
                .register(registry);
        for (Concern.Kind kind : Concern.Kind.values()) {
            Gauge.builder("claimgate.attention", this, meters -> meters.count(kind))
                    .description("How many things of a kind need attention")
                    .tag("kind", kind.name())
                    .register(registry);
            Gauge.builder("claimgate.attention.age.seconds", this, meters -> meters.age(kind))
                    .description("How long the oldest of them has needed it")
                    .tag("kind", kind.name())
                    .register(registry);
        }
    }

    /** Counts; answers how many things need attention. */
    int look() {
        concerns = attention.list();
        oldestUnsent = ledger.queries().oldestUnsent().orElse(Duration.ZERO);
        return concerns.size();
    }

    private long count(Concern.Kind kind) {
        return concerns.stream().filter(concern -> concern.kind() == kind).count();
    }

    private long age(Concern.Kind kind) {
        Instant now = clock.instant();
        return concerns.stream()
                .filter(concern -> concern.kind() == kind)
                .mapToLong(concern -> Duration.between(concern.since(), now).toSeconds())
                .max()
                .orElse(0);
    }
}
