package org.claimgate.flow;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.LedgerException;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.ledger.StoredInterchange.State;
import org.claimgate.partner.Partner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes every interchange visible at its partner exactly once: it is uploaded under a name of this attempt alone, checked,
 * recorded as STAGED, renamed, and recorded as VISIBLE. Of one temporary file only one rename can ever succeed, and what is
 * STAGED is never uploaded again; so the state recorded and the names found at the partner say how to go on after any
 * failure (docs/decisions/0005-delivery-over-camel-ftp.md has the table).
 */
public final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /** Longer than any session may live; a process that died keeps its interchange no longer than this. */
    private static final Duration LEASE = Duration.ofMinutes(15);

    private static final int MOST_TRIES = 5;

    private final Ledger ledger;
    private final Departure departure;
    private final Clock clock;

    public Delivery(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.departure = new Departure(ledger, clock);
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
            delivered += deliver(next.get(), folder) ? 1 : 0;
            next = take(partner);
        }
        return delivered;
    }

    private Optional<StoredInterchange> take(Partner partner) {
        return ledger.interchanges().take(partner.id(), LEASE);
    }

    private boolean deliver(StoredInterchange taken, RemoteFolder folder) {
        try {
            Failpoint.DELIVERY_TAKEN.reached();
            StoredInterchange staged = taken.state() == State.STAGED ? taken : stage(taken, folder);
            return publish(staged, folder);
        } catch (RuntimeException e) {
            ledger.interchanges().release(taken);
            throw e;
        }
    }

    private StoredInterchange stage(StoredInterchange taken, RemoteFolder folder) {
        if (taken.tempName() != null) {
            folder.delete(taken.tempName());
            Failpoint.DELIVERY_CLEARED.reached();
        }
        byte[] bytes = ledger.interchanges().bytes(taken.id());
        String tempName = ".%s.%d.tmp".formatted(taken.fileName(), taken.attempt());
        StoredInterchange uploading = ledger.interchanges().uploading(taken, tempName);
        Failpoint.DELIVERY_UPLOADING.reached();
        folder.storeNew(tempName, bytes);
        Failpoint.DELIVERY_UPLOADED.reached();
        requireWhole(uploading, folder);
        return ledger.durably(() -> ledger.interchanges().staged(uploading));
    }

    private static void requireWhole(StoredInterchange interchange, RemoteFolder folder) {
        OptionalLong size = folder.size(interchange.tempName());
        if (size.isEmpty() || size.getAsLong() != interchange.size()) {
            throw new RemoteFailure(
                    RemoteFailure.Kind.REFUSED,
                    "%s kept %s of %d bytes of %s"
                            .formatted(
                                    interchange.partner(),
                                    size.isEmpty() ? "none" : String.valueOf(size.getAsLong()),
                                    interchange.size(),
                                    interchange.fileName()),
                    null);
        }
    }

    /** From STAGED on: what stands at the partner decides. That a file is gone, only a rename that found none can tell. */
    private boolean publish(StoredInterchange staged, RemoteFolder folder) {
        Failpoint.DELIVERY_STAGED.reached();
        OptionalLong visible = folder.size(staged.fileName());
        if (visible.isEmpty()) {
            boolean renamed = folder.rename(staged.tempName(), staged.fileName());
            Failpoint.DELIVERY_RENAMED.reached();
            return recordVisible(staged, !renamed);
        }
        boolean tempExists = folder.size(staged.tempName()).isPresent();
        if (!isOurs(staged, visible.getAsLong(), tempExists, folder)) {
            return hold(staged);
        }
        if (tempExists) {
            folder.delete(staged.tempName());
        }
        return recordVisible(staged, false);
    }

    /** With the temporary file still there, somebody else may have put the visible one: then its content must be ours too. */
    private boolean isOurs(StoredInterchange staged, long visible, boolean tempExists, RemoteFolder folder) {
        if (visible != staged.size()) {
            return false;
        }
        return folder.read(staged.fileName())
                .map(content -> Arrays.equals(content, ledger.interchanges().bytes(staged.id())))
                .orElse(!tempExists);
    }

    private boolean hold(StoredInterchange staged) {
        LOG.error(
                "Interchange {} of partner {} is on hold: another file has its name {}",
                staged.interchangeControlNumber(),
                staged.partner(),
                staged.fileName());
        ledger.inTransaction(() -> {
            ledger.interchanges().hold(staged, "another file has its name at the partner");
            ledger.outbox().add(DeliveryMessages.onHold(staged, clock.instant()));
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
                departure.record(staged);
                Failpoint.DELIVERY_WRITTEN.reached();
            });
        } catch (LedgerException e) {
            if (e.kind() != LedgerException.Kind.BUSY || tries == 1) {
                throw e;
            }
            recordVisible(staged, inferred, tries - 1);
        }
    }
}
