package org.claimgate.ledger;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.claimgate.claim.Pointers;
import org.claimgate.response.ClaimState;

/**
 * A claim as Intake hands it in.
 *
 * @param id from {@link ClaimStore#newId()}
 * @param state READY or REFUSED
 * @param document the canonical claim as it will be sent; null where the content could not be read as one
 * @param pointers from the canonical claim to the one that was handed in
 * @param issues what is wrong with it, as JSON; empty for none
 * @param sentControlNumber CLM01 where it is another than was handed in, or null
 * @see StoredClaim the other fields
 */
public record NewClaim(
        String id,
        String sender,
        String contentHash,
        String vocabulary,
        String partner,
        String usageIndicator,
        String patientControlNumber,
        ClaimState state,
        ObjectNode document,
        Pointers pointers,
        ArrayNode issues,
        String replaces,
        String sentControlNumber) {

    /** A claim that was handed in as it is. */
    public NewClaim(
            String id,
            String sender,
            String contentHash,
            String vocabulary,
            String partner,
            String usageIndicator,
            String patientControlNumber,
            ClaimState state,
            ObjectNode document,
            ArrayNode issues) {
        this(
                id,
                sender,
                contentHash,
                vocabulary,
                partner,
                usageIndicator,
                patientControlNumber,
                state,
                document,
                new Pointers(),
                issues,
                null,
                null);
    }
}
