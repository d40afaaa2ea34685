package org.claimgate.flow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.claimgate.flow.Addressing.Numbers;
import org.claimgate.guide.DocumentWriter;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;
import org.claimgate.ledger.ControlNumbers;
import org.claimgate.partner.Partner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One interchange in the making: its numbers and date, and the bytes that they give.
 *
 * @param at local date and time of the envelope
 */
record OutgoingInterchange(
        Partner partner,
        Guide guide,
        String usageIndicator,
        String interchangeControlNumber,
        String groupControlNumber,
        LocalDateTime at) {

    private static final Logger LOG = LoggerFactory.getLogger(OutgoingInterchange.class);

    private static final Issue FAILURE =
            Issue.error("GATEWAY:failure", "The gateway failed while it wrote this claim", Place.NOWHERE, "", null);

    /** A transaction set: its BHT03 and its claims, in order. ST02 follows from its place. */
    record Batch(String batchReference, List<OutgoingClaim> claims) {}

    /** What was written, and why by the id of each claim that cannot be written. If there are such claims, the bytes are void. */
    record Written(byte[] bytes, Map<String, List<Issue>> refused) {}

    String fileName() {
        String kind =
                guide.transactionSet() + guide.vocabulary().substring(0, 1).toUpperCase(Locale.ROOT);
        return partner.fileName(interchangeControlNumber, kind, usageIndicator, at);
    }

    /**
     * Numbers the documents of the batches and writes them. A claim at which the writer fails is refused like one that it
     * complains of; with it writing ends.
     */
    Written write(List<Batch> batches) {
        Map<String, List<Issue>> refused = new LinkedHashMap<>();
        List<Issue> found = new ArrayList<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Partner.Format format = partner.format();
        DocumentWriter writer = new DocumentWriter(
                bytes, Addressing.delimiters(partner), format.lineBreak(), format.replacement(), found::add);
        try {
            for (int place = 0; place < batches.size(); place++) {
                Numbers numbers = numbers(batches, place);
                for (OutgoingClaim claim : batches.get(place).claims()) {
                    if (!write(writer, claim, numbers)) {
                        refused.put(claim.claim().id(), List.of(FAILURE));
                        return new Written(new byte[0], refused);
                    }
                    if (found.stream().anyMatch(Issue::isError)) {
                        refused.put(claim.claim().id(), List.copyOf(found));
                    }
                    found.clear();
                }
            }
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (found.stream().anyMatch(Issue::isError)) {
            throw new IllegalStateException("the end of an interchange cannot be written: "
                    + found.get(0).code());
        }
        return new Written(bytes.toByteArray(), refused);
    }

    /** False when the writer failed, which is our mistake. */
    private boolean write(DocumentWriter writer, OutgoingClaim claim, Numbers numbers) throws IOException {
        try {
            claim.complete();
            Addressing.address(claim.document(), guide, partner, numbers, at);
            writer.write(guide, claim.document());
            return true;
        } catch (RuntimeException e) {
            LOG.error("Claim {} made the writer fail: {}", claim.claim().id(), OwnFailure.inWords(e));
            return false;
        }
    }

    private Numbers numbers(List<Batch> batches, int place) {
        return new Numbers(
                interchangeControlNumber,
                groupControlNumber,
                ControlNumbers.set(place + 1),
                batches.get(place).batchReference());
    }
}
