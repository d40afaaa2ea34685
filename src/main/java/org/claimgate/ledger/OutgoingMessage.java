package org.claimgate.ledger;

import java.time.Instant;

/**
 * A message waiting to go out, or gone.
 *
 * @param duplicateId the same for the same message, whenever it is made; also its CloudEvents id
 * @param type CloudEvents type; a message property
 * @param partner a message property; empty where there is none
 * @param state a message property; empty where there is none
 * @param subject what it is about: a claim, a file or a partner; empty where it is about none
 * @param body CloudEvents JSON
 */
public record OutgoingMessage(
        String duplicateId,
        String queue,
        String type,
        String partner,
        String state,
        String subject,
        String body,
        Instant at) {

    /** The same message once more, under another id. */
    public OutgoingMessage again(String newId, String newBody, Instant now) {
        return new OutgoingMessage(newId, queue, type, partner, state, subject, newBody, now);
    }
}
