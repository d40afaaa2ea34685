package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.claimgate.ledger.StoredClaim;

/** A claim on its way into an interchange, with the document that is written: what was taken in, to begin with. */
record OutgoingClaim(StoredClaim claim, ObjectNode document) {

    /** What all claims of one transaction set share, as it stands outside of any loop that repeats (BHT, 1000A, 1000B). */
    private static final List<String> HEADING =
            List.of("/submitter", "/receiver", "/claimIdentifier", "/envelope/transactionSetPurposeCode");

    /** Sets the usage indicator that the claim was taken in with and, if it has none, our id as the number to answer by (REF*D9). */
    void complete() {
        document.withObject("/envelope").put("usageIndicator", claim.usageIndicator());
        ObjectNode numbers = document.withObject("/claimInformation/claimSupplementalInformation");
        if (!numbers.hasNonNull("claimNumber")) {
            numbers.put("claimNumber", claim.id());
        }
    }

    /** Claims with equal headings may stand in one transaction set. */
    List<String> heading() {
        return HEADING.stream().map(pointer -> document.at(pointer).toString()).toList();
    }
}
