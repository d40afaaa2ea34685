package org.claimgate.flow;

import java.util.Map;

/** The port to the message broker. */
public interface MessageSender {

    /**
     * Sends one text message, not part of any broker transaction, and returns when the broker has it on disk.
     *
     * @param duplicateId by which the broker recognises a message that it has already
     * @param properties for selectors
     * @throws RuntimeException when the broker may not have it
     */
    void send(String queue, String duplicateId, String body, Map<String, String> properties);
}
