package org.claimgate.guide;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.Interchange;
import org.claimgate.x12.TransactionSet;

/**
 * The {@code envelope} object of a document:
 *
 * <pre>{@code
 * {"guide": "005010X222A1", "transactionSet": "837",
 *  "sender": {"qualifier": "ZZ", "id": "..."}, "receiver": {"qualifier": "ZZ", "id": "..."},
 *  "interchangeControlNumber": "000000001", "interchangeDate": "261122", "interchangeTime": "1200",
 *  "interchangeVersion": "00501", "acknowledgmentRequested": "1", "usageIndicator": "T",
 *  "functionalIdentifier": "HC", "applicationSender": "...", "applicationReceiver": "...",
 *  "groupDate": "20261122", "groupTime": "1200", "groupControlNumber": "1", "version": "005010X222A1",
 *  "transactionSetControlNumber": "0001", "implementationReference": "005010X222A1"}
 * }</pre>
 *
 * and beside these whatever the guide maps there: {@code batchReference} (BHT03), {@code creationDate},
 * {@code creationTime}. A guide without groups (TA1) has only the interchange's fields.
 */
public record Envelope(Interchange interchange, FunctionalGroup group, TransactionSet set) {

    /** Writes this envelope's fields into a document's {@code envelope} object, made if absent. */
    public void putInto(ObjectNode document, Guide guide) {
        throw new UnsupportedOperationException();
    }

    /** The envelope of a document; group and set are null where the document has none. */
    public static Envelope of(ObjectNode document) {
        throw new UnsupportedOperationException();
    }
}
