package org.claimgate.flow;

import java.time.Clock;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.StoredInterchange;

/** Puts an interchange on hold until a person has looked, and says so. */
final class Holding {

    private final Ledger ledger;
    private final Clock clock;

    Holding(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** In the transaction that is open. */
    void put(StoredInterchange interchange, Upload.Doubt why) {
        ledger.interchanges().hold(interchange, why.words());
        ledger.outbox().add(DeliveryMessages.onHold(interchange, why, clock.instant()));
    }
}
