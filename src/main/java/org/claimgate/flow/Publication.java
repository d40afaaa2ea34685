package org.claimgate.flow;

import java.util.List;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.OutboxStore.Waiting;

/**
 * Sends the messages that wait in the ledger, in order and some at a time. They are marked after they were sent; when the process
 * dies in between, or some could not be sent, they are sent again with the same duplicate ids, and the broker drops what it has.
 */
public final class Publication {

    /** Together far below the number of duplicate ids that a broker remembers (20,000): after a kill so many may be sent again. */
    static final int BATCH = 1_000;

    static final int MOST_UNFORCED_MARKS = 5_000;

    private final Ledger ledger;
    private int unforcedMarks;

    public Publication(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Sends all that waits.
     *
     * @return how many were sent
     * @throws RuntimeException from the sender
     */
    public int run(MessageSender sender) {
        int sent = 0;
        int batch;
        do {
            batch = send(sender);
            sent += batch;
        } while (batch > 0);
        return sent;
    }

    private int send(MessageSender sender) {
        if (unforcedMarks < MOST_UNFORCED_MARKS) {
            int batch = ledger.inTransaction(() -> sendBatch(sender));
            unforcedMarks += batch;
            return batch;
        }
        int batch = ledger.durably(() -> sendBatch(sender));
        unforcedMarks = 0;
        return batch;
    }

    private int sendBatch(MessageSender sender) {
        List<Waiting> batch = ledger.outbox().lockUnpublished(BATCH);
        if (batch.isEmpty()) {
            return 0;
        }
        // Not every step has its work forced; what is told must not be forgotten.
        ledger.force();
        Failpoint.PUBLICATION_TAKEN.reached();
        sender.send(batch.stream().map(Waiting::message).toList());
        Failpoint.PUBLICATION_SENT.reached();
        ledger.outbox().published(batch);
        Failpoint.PUBLICATION_MARKED.reached();
        return batch.size();
    }
}
