package org.claimgate.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.Removal;
import org.claimgate.ledger.RemovalStore.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes contents that have been kept long enough, and nothing that is still open: bytes of files, documents of claims, bodies of
 * messages, events. What keeps promises stays for good: identities, hashes, control numbers, states, what people did. One
 * gateway at a time does it, in small transactions; where there is an archive, copies lie there before a transaction commits.
 */
public final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    /** In one transaction, and in one file of the archive. */
    private static final int MOST = 500;

    /** How long the answer to a request is kept that came under a key. */
    private static final Duration KEYS = Duration.ofDays(7);

    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final Ledger ledger;
    private final Keep keep;
    private final Optional<Archive> archive;
    private final String postedQueue;
    private final Clock clock;

    /**
     * How many days contents are kept; 0 is for good.
     *
     * @param files bytes of what was received and sent
     * @param documents claims, and bodies of messages
     * @param events time lines of claims
     */
    public record Keep(int files, int documents, int events) {

        int days(Removal.Kind kind) {
            return switch (kind) {
                case RECEIVED_FILES, SENT_FILES -> files;
                case CLAIMS, MESSAGES -> documents;
                case TIME_LINES -> events;
            };
        }
    }

    /**
     * @param archive where copies are written before; empty for nowhere
     * @param posts whether payments are written into files: those that wait for it stay
     */
    public Retention(Ledger ledger, Keep keep, Optional<Archive> archive, boolean posts, Clock clock) {
        this.ledger = ledger;
        this.keep = keep;
        this.archive = archive;
        this.postedQueue = posts ? Messages.PAYMENT_QUEUE : "";
        this.clock = clock;
    }

    /** Keeps house, and removes all that is due; answers how many files, claims, messages and time lines that were. */
    public int run() {
        ledger.analyze();
        ledger.keyedRequests().forget(clock.instant().minus(KEYS));
        int removed = 0;
        for (Removal.Kind kind : Removal.Kind.values()) {
            if (keep.days(kind) > 0) {
                removed += run(kind);
            }
        }
        return removed;
    }

    private int run(Removal.Kind kind) {
        int removed = 0;
        Instant from = Instant.EPOCH;
        for (List<Due> some = removeSome(kind, from); !some.isEmpty(); some = removeSome(kind, from)) {
            Failpoint.RETENTION_COMMITTED.reached();
            removed += some.size();
            // What is older is open still.
            from = some.get(some.size() - 1).since();
        }
        return removed;
    }

    private List<Due> removeSome(Removal.Kind kind, Instant from) {
        return ledger.inTransaction(() -> {
            if (!ledger.removals().takeTurn()) {
                return List.of();
            }
            Instant before = clock.instant().minus(Duration.ofDays(keep.days(kind)));
            List<Due> due = bounded(ledger.removals().lockDue(kind, before, from, postedQueue, MOST));
            if (!due.isEmpty()) {
                remove(kind, due);
            }
            return due;
        });
    }

    /** A file that is larger goes alone. */
    private static List<Due> bounded(List<Due> due) {
        List<Due> some = new ArrayList<>();
        long bytes = 0;
        for (Due one : due) {
            bytes += one.bytes();
            if (bytes > MOST_BYTES && !some.isEmpty()) {
                break;
            }
            some.add(one);
        }
        return some;
    }

    private void remove(Removal.Kind kind, List<Due> due) {
        Archive.Stored stored = archive.map(files -> files.store(due, ledger.removals(), ledger.removals()::nextNumber))
                .orElseGet(() -> new Archive.Stored(ledger.removals().nextNumber(), null));
        Failpoint.RETENTION_ARCHIVED.reached();
        Removal removal = ledger.removals().remove(stored.number(), kind, keep.days(kind), due, stored.name());
        LOG.info("{} {}: {}", due.size(), kind, removal.words());
    }
}
