package org.claimgate.flow;

import java.time.Clock;
import java.util.Optional;
import org.claimgate.flow.Upload.Outcome;
import org.claimgate.ledger.Lease;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.ledger.StoredInterchange.State;
import org.claimgate.partner.Partner;
import org.claimgate.partner.SftpAccount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes every interchange visible at its partner exactly once: takes it on, uploads it in the partner's way, and records what
 * came of it. {@link RenamedUpload} is the usual way; {@link DirectUpload} is for partners that forbid renaming.
 */
public final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /** An answer that is interpreted at this moment may hold one of the claims; what the partner sees is recorded all the same. */
    private static final int MOST_TRIES = 5;

    private final Ledger ledger;
    private final Departure departure;
    private final Holding holding;

    public Delivery(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.departure = new Departure(ledger, clock);
        this.holding = new Holding(ledger, clock);
    }

    /**
     * Delivers what waits for a partner, in order, for as long as this node holds the partner.
     *
     * @return how many interchanges became visible
     * @throws RemoteFailure at the first that fails; it is taken up again by the next call, where it stands
     */
    public int deliver(Partner partner, Lease lease, RemoteFolder folder) {
        int delivered = 0;
        Optional<StoredInterchange> next = ledger.interchanges().take(lease);
        while (next.isPresent()) {
            delivered += deliver(partner, next.get(), folder) ? 1 : 0;
            next = ledger.interchanges().take(lease);
        }
        return delivered;
    }

    private boolean deliver(Partner partner, StoredInterchange taken, RemoteFolder folder) {
        Failpoint.DELIVERY_TAKEN.reached();
        Outcome outcome = upload(partner, taken).bring(taken, folder);
        return outcome instanceof Outcome.Visible visible
                ? recordVisible(visible.interchange(), visible.inferred())
                : hold((Outcome.Held) outcome);
    }

    /** The partner's way; what was begun in another way is finished in that one. */
    private Upload upload(Partner partner, StoredInterchange taken) {
        if (DirectUpload.hasBegun(taken)) {
            return new DirectUpload(ledger);
        }
        if (partner.sftp().upload() instanceof SftpAccount.Upload.Renamed names) {
            return new RenamedUpload(ledger, names);
        }
        return taken.state() == State.STAGED
                ? new RenamedUpload(ledger, SftpAccount.Upload.Renamed.USUAL)
                : new DirectUpload(ledger);
    }

    private boolean hold(Outcome.Held held) {
        StoredInterchange interchange = held.interchange();
        ledger.durably(() -> holding.put(interchange, held.why()));
        LOG.error(
                "Interchange {} of partner {}, file {}, is on hold: {}",
                interchange.interchangeControlNumber(),
                interchange.partner(),
                interchange.fileName(),
                held.why().words());
        return false;
    }

    private boolean recordVisible(StoredInterchange staged, boolean inferred) {
        ledger.durably(MOST_TRIES, () -> {
            ledger.interchanges().visible(staged, inferred);
            departure.record(staged);
            Failpoint.DELIVERY_WRITTEN.reached();
            return null;
        });
        Failpoint.DELIVERY_VISIBLE.reached();
        LOG.info(
                "Interchange {} is visible to partner {} as {}{}",
                staged.interchangeControlNumber(),
                staged.partner(),
                staged.fileName(),
                inferred ? ", which has taken it already" : "");
        return true;
    }
}
