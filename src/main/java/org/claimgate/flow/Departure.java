package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.response.ClaimLifeCycle;
import org.claimgate.response.ClaimState;

/** Tells of the claims of an interchange that their partner can see it, in the transaction that records that. */
final class Departure {

    private static final String SENT = "SENT";

    private final Ledger ledger;
    private final Clock clock;

    Departure(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    void record(StoredInterchange interchange) {
        ledger.claims().ofInterchange(interchange.id()).forEach(claim -> record(claim, interchange));
    }

    /** The partner may have answered before we knew that it saw the file; then the claim is further on and stays there. */
    private void record(StoredClaim claim, StoredInterchange interchange) {
        ClaimEvent event = ClaimEvent.own(
                clock.instant(),
                ClaimLifeCycle.after(claim.state(), ClaimState.SENT),
                SENT,
                interchange.id(),
                "Sent to %s in interchange %s, file %s"
                        .formatted(
                                interchange.partner(), interchange.interchangeControlNumber(), interchange.fileName()));
        ledger.claims().advance(claim, event);
        ledger.outbox().add(Messages.ownStatus(claim, event, JsonNodeFactory.instance.arrayNode()));
    }
}
