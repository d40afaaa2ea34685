package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.claimgate.guide.DocumentWriter;
import org.claimgate.guide.Envelope;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Issue;
import org.claimgate.ledger.ControlNumbers;
import org.claimgate.partner.Partner;
import org.claimgate.x12.Delimiters;
import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.Interchange;
import org.claimgate.x12.TransactionSet;

/**
 * One interchange in the making: its numbers and date, the envelope that they give, and the bytes.
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

    private static final String VERSION = "00501";
    private static final String ACKNOWLEDGMENT_REQUESTED = "1";
    private static final String RESPONSIBLE_AGENCY = "X";

    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("yyMMdd");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

    /** A transaction set: its BHT03 and its claims, in order. ST02 follows from its place. */
    record Batch(String batchReference, List<OutgoingClaim> claims) {}

    /** What was written, and why by the id of each claim that cannot be written. If there are such claims, the bytes are void. */
    record Written(byte[] bytes, Map<String, List<Issue>> refused) {}

    String fileName() {
        String kind =
                guide.transactionSet() + guide.vocabulary().substring(0, 1).toUpperCase(Locale.ROOT);
        return partner.fileName(interchangeControlNumber, kind, usageIndicator, at);
    }

    /** Numbers the documents of the batches and writes them. */
    Written write(List<Batch> batches) {
        Map<String, List<Issue>> refused = new LinkedHashMap<>();
        List<Issue> found = new ArrayList<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Partner.Format format = partner.format();
        try (DocumentWriter writer =
                new DocumentWriter(bytes, delimiters(), format.lineBreak(), format.replacement(), found::add)) {
            for (int place = 0; place < batches.size(); place++) {
                for (OutgoingClaim claim : batches.get(place).claims()) {
                    number(claim.document(), batches.get(place), ControlNumbers.set(place + 1));
                    writer.write(guide, claim.document());
                    if (found.stream().anyMatch(Issue::isError)) {
                        refused.put(claim.claim().id(), List.copyOf(found));
                    }
                    found.clear();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (found.stream().anyMatch(Issue::isError)) {
            throw new IllegalStateException("the end of an interchange cannot be written: "
                    + found.get(0).code());
        }
        return new Written(bytes.toByteArray(), refused);
    }

    private void number(ObjectNode document, Batch batch, String setControlNumber) {
        TransactionSet set = new TransactionSet(guide.transactionSet(), setControlNumber, guide.id());
        new Envelope(interchange(), group(), set).putInto(document, guide);
        document.withObject("/envelope")
                .put("batchReference", batch.batchReference())
                .put("creationDate", DATE.format(at))
                .put("creationTime", TIME.format(at));
    }

    private Interchange interchange() {
        return new Interchange(
                partner.sender().qualifier(),
                partner.sender().id(),
                partner.receiver().qualifier(),
                partner.receiver().id(),
                SHORT_DATE.format(at),
                TIME.format(at),
                VERSION,
                interchangeControlNumber,
                ACKNOWLEDGMENT_REQUESTED,
                usageIndicator,
                delimiters());
    }

    private FunctionalGroup group() {
        return new FunctionalGroup(
                guide.functionalIdentifier(),
                partner.sender().applicationId(),
                partner.receiver().applicationId(),
                DATE.format(at),
                TIME.format(at),
                groupControlNumber,
                RESPONSIBLE_AGENCY,
                guide.id());
    }

    private Delimiters delimiters() {
        Partner.Format format = partner.format();
        return Delimiters.of(format.element(), format.repetition(), format.component(), format.terminator());
    }
}
