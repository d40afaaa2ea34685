package org.claimgate.ledger;

import java.time.Instant;

/**
 * A message waiting to go out, or gone.
 *
 * @param duplicateId the same for the same message, whenever it is made; also its CloudEvents id
 * @param type CloudEvents type; a message property
 * @param partner a message property; empty where there is none
 * @param state a message property; empty where there is none
 * @param body CloudEvents JSON
 */
public record OutgoingMessage(
        String duplicateId, String queue, String type, String partner, String state, String body, Instant at) {}
