package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.claimgate.flow.Upload.Outcome;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.LedgerException;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.ledger.StoredInterchange.State;
import org.claimgate.partner.Partner;
import org.claimgate.partner.SftpAccount;
import org.claimgate.response.ClaimLifeCycle;
import org.claimgate.response.ClaimState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes every interchange visible at its partner exactly once: takes it on, uploads it in the partner's way, and records what
 * came of it. {@link RenamedUpload} is the usual way; {@link DirectUpload} is for partners that forbid renaming.
 */
public final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /** A process that died keeps its interchange no longer than this; of an upload that takes longer, no record is taken any more. */
    private static final Duration LEASE = Duration.ofMinutes(15);

    private static final String SENT = "SENT";
    private static final int MOST_TRIES = 5;

    private final Ledger ledger;
    private final Clock clock;

    public Delivery(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Delivers what waits for a partner, in order.
     *
     * @return how many interchanges became visible
     * @throws RemoteFailure at the first that fails; it is taken up again by the next call, where it stands
     */
    public int deliver(Partner partner, RemoteFolder folder) {
        int delivered = 0;
        Optional<StoredInterchange> next = take(partner);
        while (next.isPresent()) {
            delivered += deliver(partner, next.get(), folder) ? 1 : 0;
            next = take(partner);
        }
        return delivered;
    }

    private Optional<StoredInterchange> take(Partner partner) {
        return ledger.interchanges().take(partner.id(), LEASE);
    }

    private boolean deliver(Partner partner, StoredInterchange taken, RemoteFolder folder) {
        try {
            Failpoint.DELIVERY_TAKEN.reached();
            Outcome outcome = upload(partner, taken).bring(taken, folder);
            return outcome instanceof Outcome.Visible visible
                    ? recordVisible(visible.interchange(), visible.inferred())
                    : hold((Outcome.Held) outcome);
        } catch (RuntimeException e) {
            ledger.interchanges().release(taken);
            throw e;
        }
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
        LOG.error(
                "Interchange {} of partner {}, file {}, is on hold: {}",
                interchange.interchangeControlNumber(),
                interchange.partner(),
                interchange.fileName(),
                held.why().words());
        ledger.inTransaction(() -> {
            ledger.interchanges().hold(interchange, held.why().words());
            ledger.outbox().add(DeliveryMessages.onHold(interchange, held.why(), clock.instant()));
        });
        return false;
    }

    private boolean recordVisible(StoredInterchange staged, boolean inferred) {
        recordVisible(staged, inferred, MOST_TRIES);
        Failpoint.DELIVERY_VISIBLE.reached();
        LOG.info(
                "Interchange {} is visible to partner {} as {}{}",
                staged.interchangeControlNumber(),
                staged.partner(),
                staged.fileName(),
                inferred ? ", which has taken it already" : "");
        return true;
    }

    /** An answer that is interpreted at this moment may hold one of the claims; what the partner sees is recorded all the same. */
    private void recordVisible(StoredInterchange staged, boolean inferred, int tries) {
        try {
            ledger.durably(() -> {
                ledger.interchanges().visible(staged, inferred);
                ledger.claims().ofInterchange(staged.id()).forEach(claim -> recordSent(claim, staged));
                Failpoint.DELIVERY_WRITTEN.reached();
            });
        } catch (LedgerException e) {
            if (e.kind() != LedgerException.Kind.BUSY || tries == 1) {
                throw e;
            }
            recordVisible(staged, inferred, tries - 1);
        }
    }

    /** The partner may have answered before we knew that it saw the file; then the claim is further on and stays there. */
    private void recordSent(StoredClaim claim, StoredInterchange interchange) {
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
