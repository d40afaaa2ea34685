package org.claimgate.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.OutboxStore;
import org.claimgate.ledger.OutgoingMessage;

/**
 * Sends the messages that wait in the ledger, in order. A message is marked after it was sent; when the process dies in
 * between, it is sent again with the same duplicate id, and the broker drops it.
 */
public final class Publication {

    /** Far below the number of duplicate ids that a broker remembers (20,000). */
    static final int BATCH = 50;

    private final Ledger ledger;

    public Publication(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Sends all that waits.
     *
     * @return how many were sent
     * @throws RuntimeException from the sender; what was sent before it is marked
     */
    public int run(MessageSender sender) {
        int sent = 0;
        Batch batch;
        do {
            batch = ledger.inTransaction(() -> sendBatch(sender));
            sent += batch.sent();
            if (batch.failure() != null) {
                throw batch.failure();
            }
        } while (batch.sent() == BATCH);
        return sent;
    }

    private record Batch(int sent, RuntimeException failure) {}

    private Batch sendBatch(MessageSender sender) {
        List<OutboxStore.Waiting> sent = new ArrayList<>();
        RuntimeException failure = null;
        List<OutboxStore.Waiting> batch = ledger.outbox().lockUnpublished(BATCH);
        if (!batch.isEmpty()) {
            // Some steps commit without a promise; what is told must not be forgotten.
            ledger.force();
        }
        for (OutboxStore.Waiting waiting : batch) {
            try {
                Failpoint.PUBLICATION_TAKEN.reached();
                send(sender, waiting.message());
                Failpoint.PUBLICATION_SENT.reached();
                sent.add(waiting);
            } catch (RuntimeException e) {
                failure = e;
                break;
            }
        }
        if (!sent.isEmpty()) {
            ledger.outbox().published(sent);
            Failpoint.PUBLICATION_MARKED.reached();
        }
        return new Batch(sent.size(), failure);
    }

    private static void send(MessageSender sender, OutgoingMessage message) {
        sender.send(
                message.queue(),
                message.duplicateId(),
                message.body(),
                Map.of("type", message.type(), "partner", message.partner(), "state", message.state()));
    }
}
