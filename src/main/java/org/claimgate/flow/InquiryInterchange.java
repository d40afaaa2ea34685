package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.claimgate.claim.StatusRequest;
import org.claimgate.flow.Addressing.Numbers;
import org.claimgate.guide.DocumentWriter;
import org.claimgate.guide.Envelope;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.claimgate.ledger.ControlNumbers;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.NewInterchange;
import org.claimgate.ledger.NewInterchange.TransactionSetNumbers;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.partner.Partner;

/**
 * One interchange of questions in the making: one functional group with one set.
 *
 * @param at local date and time of the envelope
 */
record InquiryInterchange(Kind kind, Numbers numbers, LocalDateTime at) {

    private static final String SET = ControlNumbers.set(1);

    /** Stands for the numbers while nothing is numbered. */
    private static final Numbers UNNUMBERED = new Numbers("000000000", "1", SET, "000000000");

    private static final String NO_TRACE = "Q000000000";

    /** What the questions of one interchange have in common. */
    record Kind(Partner partner, String usageIndicator) {}

    /** A claim that is asked for, with its request as far as it is known before it is numbered. */
    record Asked(StoredClaim claim, ObjectNode request) {

        boolean isOf(StoredClaim other) {
            return claim.id().equals(other.id());
        }
    }

    /** Gives the next numbers to an interchange. */
    static InquiryInterchange number(Kind kind, Ledger ledger, LocalDateTime at) {
        String partner = kind.partner().id();
        Numbers numbers = new Numbers(
                ledger.controlNumbers().interchange(partner),
                ledger.controlNumbers().group(partner),
                SET,
                ledger.controlNumbers().batchReference());
        return new InquiryInterchange(kind, numbers, at);
    }

    /** The question for a claim, without the envelope and the trace number. */
    static ObjectNode request(StoredClaim claim, ObjectNode written, Guide guide) {
        return StatusRequest.of(written, guide, NO_TRACE, claim.payerControlNumber());
    }

    /** What keeps a question from being written, such as a payer without a name. */
    static List<Issue> judge(Kind kind, Guides guides, ObjectNode request, LocalDateTime at) {
        List<Issue> found = new ArrayList<>();
        new InquiryInterchange(kind, UNNUMBERED, at)
                .write(guides.forVocabulary(StatusRequest.VOCABULARY), List.of(request), found);
        return found.stream().filter(Issue::isError).toList();
    }

    /** Questions about one provider's patients stand together, and no interchange is longer than the partner wants. */
    static List<List<Asked>> batches(Kind kind, List<Asked> all) {
        List<Asked> ordered = new ArrayList<>(all);
        ordered.sort(Comparator.comparing(
                asked -> asked.request().deepCopy().without("encounter").toString()));
        List<List<Asked>> batches = new ArrayList<>();
        int most = kind.partner().batch().maximumClaims();
        for (int from = 0; from < ordered.size(); from += most) {
            batches.add(ordered.subList(from, Math.min(ordered.size(), from + most)));
        }
        return batches;
    }

    /** Writes the questions by their trace numbers, in that order, and stores them READY to be delivered. */
    StoredInterchange store(Ledger ledger, Guides guides, Map<String, Asked> byTrace) {
        Guide guide = guides.forVocabulary(StatusRequest.VOCABULARY);
        List<Issue> found = new ArrayList<>();
        List<ObjectNode> requests = new ArrayList<>();
        byTrace.forEach((trace, asked) -> {
            ObjectNode request = asked.request().deepCopy();
            request.withObject("/encounter").put("trackingNumber", trace);
            requests.add(request);
        });
        byte[] bytes = write(guide, requests, found);
        found.stream().filter(Issue::isError).findFirst().ifPresent(issue -> {
            throw new IllegalStateException("questions that were judged good cannot be written: " + issue.code());
        });
        return ledger.interchanges()
                .insert(new NewInterchange(
                        kind.partner().id(),
                        numbers.interchange(),
                        numbers.group(),
                        kind.partner()
                                .fileName(numbers.interchange(), guide.transactionSet(), kind.usageIndicator(), at),
                        guide.vocabulary(),
                        kind.usageIndicator(),
                        bytes,
                        List.of(new TransactionSetNumbers(numbers.set(), numbers.batchReference(), requests.size()))));
    }

    private byte[] write(Guide guide, Collection<ObjectNode> requests, List<Issue> found) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Partner.Format format = kind.partner().format();
        try (DocumentWriter writer = new DocumentWriter(
                bytes, Addressing.delimiters(kind.partner()), format.lineBreak(), format.replacement(), found::add)) {
            for (ObjectNode request : requests) {
                request.withObject("/" + Envelope.FIELD).put("usageIndicator", kind.usageIndicator());
                Addressing.envelope(request, guide, kind.partner(), numbers, at);
                writer.write(guide, request);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
