package org.claimgate.flow;

import java.time.Clock;
import java.util.List;
import org.claimgate.ledger.Act;
import org.claimgate.ledger.ClaimStore;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.StoredInterchange;

/**
 * Makes a ledger that has gone back in time safe to use, before a gateway runs on it: what was on its way may have arrived, so a person
 * decides about it, and no number is given twice.
 */
public final class Restoration {

    private final Ledger ledger;
    private final Holding holding;

    public Restoration(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.holding = new Holding(ledger, clock);
    }

    /**
     * What was found.
     *
     * @param held interchanges on hold now
     * @param waiting claims that wait; the interchanges that they are written into will be on hold as well
     */
    public record Found(int held, int waiting) {}

    /**
     * May be done again; a part that was done before does no harm then.
     *
     * @param margin more than was given away of any number since the backup
     * @throws IllegalStateException when a gateway works on the ledger
     */
    public Found run(int margin, Acts.By by) {
        if (!ledger.leases().holders().isEmpty()) {
            throw new IllegalStateException("a gateway works on this ledger, or did less than a minute ago: "
                    + ledger.leases().holders().values());
        }
        ledger.raiseNumbers(margin);
        return ledger.durably(() -> {
            List<StoredInterchange> onTheWay = ledger.interchanges().onTheWay();
            onTheWay.forEach(interchange -> holding.put(interchange, Upload.Doubt.RESTORED));
            int waiting = ledger.claims().waiting().stream()
                    .mapToInt(ClaimStore.Waiting::claims)
                    .sum();
            ledger.acts()
                    .ofLedger(
                            Act.Kind.RESTORED,
                            "numbers raised by %d; %d interchanges on hold, %d claims waiting"
                                    .formatted(margin, onTheWay.size(), waiting),
                            by.who(),
                            by.reason());
            return new Found(onTheWay.size(), waiting);
        });
    }
}
