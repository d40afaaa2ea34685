package org.claimgate.flow;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.claimgate.claim.Destination;
import org.claimgate.claim.ProfileFields;
import org.claimgate.guide.Envelope;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Issue;
import org.claimgate.partner.Partner;
import org.claimgate.x12.Delimiters;
import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.Interchange;
import org.claimgate.x12.TransactionSet;

/**
 * Addresses claims to a partner: fills in what a claim needs to stand in an interchange and its sender need not know. The
 * envelope, the batch reference with its date and time, and the identifications of submitter and receiver that the
 * claim does not give itself.
 */
public final class Addressing {

    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("yyMMdd");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

    /** The numbers of one transaction set: ISA13, GS06, ST02 and BHT03. */
    public record Numbers(String interchange, String group, String set, String batchReference) {}

    private Addressing() {}

    /**
     * Fills in a canonical claim, which is changed.
     *
     * @param claim its {@code envelope.usageIndicator}, if there is one, stays; the partner's counts otherwise
     */
    public static void address(ObjectNode claim, Guide guide, Partner partner, Numbers numbers, LocalDateTime at) {
        envelope(claim, guide, partner, numbers, at);
        ProfileFields fields = ProfileFields.of(guide);
        putIfAbsent(claim, fields.submitterIdentification(), partner.submitterIdentification());
        putIfAbsent(claim, fields.receiverName(), partner.receiverName());
        putIfAbsent(claim, fields.receiverIdentification(), partner.receiverIdentification());
    }

    /** Fills in the envelope alone, of a document that has a batch reference (BHT03) in it. */
    static void envelope(ObjectNode document, Guide guide, Partner partner, Numbers numbers, LocalDateTime at) {
        new Envelope(
                        interchange(document, partner, numbers, at),
                        group(guide, partner, numbers, at),
                        new TransactionSet(guide.transactionSet(), numbers.set(), guide.id()))
                .putInto(document, guide);
        ObjectNode envelope = (ObjectNode) document.get(Envelope.FIELD);
        envelope.put("batchReference", numbers.batchReference());
        envelope.put("creationDate", DATE.format(at));
        envelope.put("creationTime", TIME.format(at));
    }

    /** ISA15 of a claim: its own, or else the partner's. */
    public static String usageIndicator(ObjectNode claim, Partner partner) {
        return claim.path(Envelope.FIELD).path("usageIndicator").asText(partner.usageIndicator());
    }

    /** What is wrong with a canonical claim in its partner's format; what {@link #address} fills in may be absent. */
    public static List<Issue> check(ObjectNode claim, Guide guide, Partner partner) {
        ProfileFields fields = ProfileFields.of(guide);
        return guide.check(claim, delimiters(partner), partner.format().replacement()).stream()
                .filter(issue -> !fields.maySupply(issue))
                .toList();
    }

    /** How a canonical claim is judged that goes to a partner, or that no partner takes. */
    public static Destination destination(ObjectNode document, Optional<Partner> partner) {
        String payer = document.path("tradingPartnerServiceId").asText(null);
        return partner.map(there -> new Destination(
                        (claim, guide) -> check(claim, guide, there),
                        there.edits().of(payer)))
                .orElse(Destination.UNSERVED);
    }

    /** The delimiters that a partner wants. */
    public static Delimiters delimiters(Partner partner) {
        Partner.Format format = partner.format();
        return Delimiters.of(format.element(), format.repetition(), format.component(), format.terminator());
    }

    private static Interchange interchange(ObjectNode claim, Partner partner, Numbers numbers, LocalDateTime at) {
        return new Interchange(
                partner.sender().qualifier(),
                partner.sender().id(),
                partner.receiver().qualifier(),
                partner.receiver().id(),
                SHORT_DATE.format(at),
                TIME.format(at),
                "00501",
                numbers.interchange(),
                "1",
                usageIndicator(claim, partner),
                delimiters(partner));
    }

    private static FunctionalGroup group(Guide guide, Partner partner, Numbers numbers, LocalDateTime at) {
        return new FunctionalGroup(
                guide.functionalIdentifier(),
                partner.sender().applicationId(),
                partner.receiver().applicationId(),
                DATE.format(at),
                TIME.format(at),
                numbers.group(),
                "X",
                guide.id());
    }

    private static void putIfAbsent(ObjectNode claim, String pointer, String value) {
        JsonPointer place = JsonPointer.compile(pointer);
        if (claim.at(place).isMissingNode()) {
            claim.withObject(place.head()).put(place.last().getMatchingProperty(), value);
        }
    }
}
