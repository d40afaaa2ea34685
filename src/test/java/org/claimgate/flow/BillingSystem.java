package org.claimgate.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.claimgate.claim.Claims;
import org.claimgate.document.ClaimMappings;
import org.claimgate.guide.Guides;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.OutboxStore.Waiting;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.partner.Partners;
import org.claimgate.response.ClaimState;

/** A billing system that hands claims in and corrects them, and what is answered to them. */
record BillingSystem(Ledger ledger, String sender) {

    static final String NUMBER = "LFP260001";
    static final String PLACE = "/claimInformation/placeOfServiceCode";

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-27T12:00:00Z"), ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Guides GUIDES = Guides.load(Path.of("mappings/x12"));
    private static final Claims CLAIMS = new Claims(GUIDES, NOON);
    private static final Partners PARTNERS = Partners.load(Path.of("partners"));
    private static final ClaimMappings MAPPINGS = ClaimMappings.load(Path.of("mappings/claims"));

    /** The sample of an office visit, of a payer of this kind. */
    static ObjectNode claim(String filing, String frequency) {
        ObjectNode claim = sample("837P/paid-office-visit");
        ((ObjectNode) claim.get("claimInformation"))
                .put("claimFilingCode", filing)
                .put("claimFrequencyCode", frequency);
        if (filing.startsWith("M")) {
            ((ObjectNode) claim.get("subscriber"))
                    .put("memberId", "1EG4TE5MK73")
                    .remove("groupNumber");
        }
        return claim;
    }

    static ObjectNode sample(String name) {
        try {
            return (ObjectNode)
                    JSON.readTree(Path.of("edi-samples", name, "claim.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode naming(String replaced, ObjectNode claim) {
        return claim.deepCopy().put("replaces", replaced);
    }

    static ObjectNode changed(ObjectNode claim, String pointer, String value) {
        int slash = pointer.lastIndexOf('/');
        claim.withObject(pointer.substring(0, slash)).put(pointer.substring(slash + 1), value);
        return claim;
    }

    /** Hands in a claim with which nothing is wrong. */
    StoredClaim taken(ObjectNode claim) {
        Receipt receipt = handIn(claim);
        assertThat(receipt.issues()).isEmpty();
        return find(receipt.claimId());
    }

    /** What is wrong with a claim that is refused for one reason. */
    String issue(ObjectNode claim) {
        Receipt receipt = handIn(claim);
        assertThat(receipt.refused()).isTrue();
        assertThat(receipt.issues()).hasSize(1);
        return receipt.issues().get(0).path("code").asText();
    }

    Receipt handIn(ObjectNode claim) {
        return handIn(claim, "r" + UUID.randomUUID());
    }

    /** Hands a claim in as the message of this reference. */
    Receipt handIn(ObjectNode claim, String reference) {
        return intake().accept(new Handover(bytes(claim), sender, reference, false))
                .get(0);
    }

    /** What handing it in would be answered. */
    Receipt tryOut(ObjectNode claim) {
        return intake().validate(new Handover(bytes(claim), sender, "r", true)).get(0);
    }

    private static byte[] bytes(ObjectNode claim) {
        return claim.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Intake intake() {
        return new Intake(ledger, X12Alone.NO_MAPPINGS, MAPPINGS, new Admission(ledger, CLAIMS, PARTNERS, NOON));
    }

    StoredClaim find(String id) {
        return ledger.claims().find(id).orElseThrow();
    }

    /** What waits is written into an interchange. */
    StoredClaim sent(StoredClaim claim) {
        Clock later = Clock.offset(NOON, Duration.ofHours(1));
        new Submission(ledger, PARTNERS, GUIDES, later).run();
        StoredClaim written = find(claim.id());
        assertThat(written.position()).isNotNull();
        return written;
    }

    String x12(StoredClaim claim) {
        return new String(ledger.interchanges().bytes(claim.position().interchange()), StandardCharsets.US_ASCII);
    }

    /** @param payerControlNumber null for none */
    void answered(StoredClaim claim, ClaimState state, String payerControlNumber) {
        ledger.claims()
                .advance(
                        claim.named(payerControlNumber == null ? "" : payerControlNumber),
                        ClaimEvent.own(NOON.instant(), state, "ANSWERED", null, "answered"));
    }

    List<ObjectNode> messages() {
        return ledger.inTransaction(() -> ledger.outbox().lockUnpublished(1000)).stream()
                .map(Waiting::message)
                .map(message -> {
                    try {
                        return (ObjectNode) JSON.readTree(message.body());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }
}
