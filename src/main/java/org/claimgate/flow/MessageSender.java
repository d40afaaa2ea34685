package org.claimgate.flow;

import java.util.List;
import org.claimgate.ledger.OutgoingMessage;

/** The port to the message broker. */
@FunctionalInterface
public interface MessageSender {

    /**
     * Sends messages in their order, not part of any broker transaction, and returns when the broker has all of them on disk. One
     * whose duplicate id it has already is dropped by it.
     *
     * @throws RuntimeException when the broker may not have all of them; some it may have
     */
    void send(List<OutgoingMessage> messages);
}
