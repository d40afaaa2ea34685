package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.partner.Partner;

/** A claim on its way into an interchange, with the document that is written. */
record OutgoingClaim(StoredClaim claim, ObjectNode document) {

    /** What all claims of one transaction set share, as it stands outside of any loop that repeats (BHT, 1000A, 1000B). */
    private static final List<String> HEADING =
            List.of("/submitter", "/receiver", "/claimIdentifier", "/envelope/transactionSetPurposeCode");

    /** Where a vocabulary has 1000A NM109 and 1000B NM109. */
    private record Identifications(String submitter, String receiver) {}

    private static final Map<String, Identifications> IDENTIFICATIONS = Map.of(
            "professional-claim",
            new Identifications("submitterIdentification", "receiverId"),
            "institutional-claim",
            new Identifications("taxId", "taxId"));

    /** Fills in what the partner's profile says and the claim does not; the claim as taken in is not changed. */
    static OutgoingClaim of(StoredClaim claim, ObjectNode taken, Partner partner) {
        ObjectNode document = taken.deepCopy();
        Identifications fields = IDENTIFICATIONS.get(claim.vocabulary());
        fill(document.withObject("/submitter"), fields.submitter(), partner.submitterIdentification());
        fill(document.withObject("/receiver"), fields.receiver(), partner.receiverIdentification());
        fill(document.withObject("/receiver"), "organizationName", partner.receiverName());
        fill(document.withObject("/claimInformation/claimSupplementalInformation"), "claimNumber", claim.id());
        return new OutgoingClaim(claim, document);
    }

    /** Claims with equal headings may stand in one transaction set. */
    List<String> heading() {
        return HEADING.stream().map(pointer -> document.at(pointer).toString()).toList();
    }

    private static void fill(ObjectNode object, String field, String value) {
        if (!object.hasNonNull(field)) {
            object.put(field, value);
        }
    }
}
