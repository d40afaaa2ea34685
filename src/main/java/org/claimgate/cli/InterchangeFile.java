package org.claimgate.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.claimgate.claim.Batching;
import org.claimgate.claim.Claims;
import org.claimgate.flow.Addressing;
import org.claimgate.guide.DocumentWriter;
import org.claimgate.guide.Envelope;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;
import org.claimgate.guide.PlainLines;
import org.claimgate.partner.Partner;
import org.claimgate.x12.Delimiters;

/**
 * Writes judged documents to an X12 file, without the ledger: documents with an envelope as they are, claims addressed
 * to a partner. Control numbers of claims addressed here begin with 1: such a file is for looking at and for testing;
 * what is sent gets its numbers from the ledger.
 *
 * <p>Claims wait until a batch of their partner is full, so that those of one provider stand together. Memory is
 * bounded by the batches, not by the file.
 */
final class InterchangeFile {

    private static final String LINE_BREAK = "\n";

    private final Function<ObjectNode, Optional<Partner>> partners;
    private final boolean readdress;
    private final OutputStream out;
    private final Clock clock;
    private final Map<Destination, List<ObjectNode>> waiting = new LinkedHashMap<>();
    private final List<Issue> issues = new ArrayList<>();
    private DocumentWriter own;
    private PlainLines plain;
    private final List<Envelope> leftOut = new ArrayList<>();
    private int interchanges;
    private int sets;

    /**
     * What became of a document.
     *
     * @param taken whether it has no errors
     * @param leftOut sets that ended with it and are not written, for some of their documents have errors
     */
    record Written(boolean taken, List<Issue> issues, List<Envelope> leftOut) {}

    /** Claims that may share an interchange. */
    private record Destination(Partner partner, Guide guide, String usageIndicator) {}

    /**
     * @param partners whom a claim is for
     * @param readdress claims with an envelope of their own are addressed to a partner too
     */
    InterchangeFile(
            Function<ObjectNode, Optional<Partner>> partners, boolean readdress, OutputStream out, Clock clock) {
        this.partners = partners;
        this.readdress = readdress;
        this.out = out;
        this.clock = clock;
    }

    /**
     * Writes one document, or keeps it until its batch is full.
     *
     * @return whether it was taken, and what is wrong with it or with the set before it, which it may have ended
     */
    Written write(JudgedDocument judged) throws IOException {
        begin();
        return written((judged.addressed() && !readdress) ? writeOwn(judged) : writeToPartner(judged));
    }

    /** A document that there should be is not to be had: the set that is open may lack it. */
    void miss() {
        if (own != null) {
            own.miss();
        }
    }

    private void begin() {
        issues.clear();
        leftOut.clear();
    }

    private Written written(boolean taken) {
        return new Written(taken, List.copyOf(issues), List.copyOf(leftOut));
    }

    /** Writes a line of JSON that goes on where the document before it ended, if it is plain and flawless. */
    Optional<Written> writeLine(byte[] bytes, int from, int to) throws IOException {
        begin();
        boolean taken = plain != null && plain.write(bytes, from, to);
        return taken ? Optional.of(written(true)) : Optional.empty();
    }

    private boolean writeOwn(JudgedDocument judged) throws IOException {
        if (own == null) {
            own = new DocumentWriter(out, Delimiters.USUAL, LINE_BREAK, null, issues::add);
            own.writeWholeSets(guide -> !Claims.areDocumentsOf(guide), leftOut::add);
        }
        if (plain == null || plain.guide() != judged.guide()) {
            plain = new PlainLines(judged.guide(), own);
        }
        return own.write(judged.guide(), judged.document());
    }

    private boolean writeToPartner(JudgedDocument judged) throws IOException {
        if (!Claims.areDocumentsOf(judged.guide())) {
            return refuse("expected a claim: only claims are addressed to a partner", "");
        }
        ObjectNode claim = judged.document();
        Optional<Partner> partner = partners.apply(claim);
        if (partner.isEmpty()) {
            return refuse("no partner serves this payer", "/tradingPartnerServiceId");
        }
        List<Issue> errors = Addressing.check(claim, judged.guide(), partner.get()).stream()
                .filter(Issue::isError)
                .toList();
        if (!errors.isEmpty()) {
            issues.addAll(errors);
            return false;
        }
        Destination destination =
                new Destination(partner.get(), judged.guide(), Addressing.usageIndicator(claim, partner.get()));
        List<ObjectNode> batch = waiting.computeIfAbsent(destination, key -> new ArrayList<>());
        batch.add(claim);
        if (batch.size() == partner.get().batch().maximumClaims()) {
            waiting.remove(destination);
            writeInterchange(destination, batch);
        }
        return true;
    }

    private void writeInterchange(Destination destination, List<ObjectNode> claims) throws IOException {
        endOwn();
        interchanges++;
        Partner partner = destination.partner();
        LocalDateTime now = LocalDateTime.now(clock);
        try (DocumentWriter writer = new DocumentWriter(
                out,
                Addressing.delimiters(partner),
                partner.format().lineBreak(),
                partner.format().replacement(),
                this::addError)) {
            Addressing.Numbers numbers = numbers(1);
            ObjectNode before = null;
            for (ObjectNode claim : ordered(claims)) {
                Addressing.address(claim, destination.guide(), partner, numbers, now);
                if (before != null && !destination.guide().shareSet(before, claim)) {
                    numbers = numbers(1 + Integer.parseInt(numbers.set()));
                    Addressing.address(claim, destination.guide(), partner, numbers, now);
                }
                writer.write(destination.guide(), claim);
                before = claim;
            }
        }
    }

    /** Claims were judged before: of what is no error, all is said. */
    private void addError(Issue issue) {
        if (issue.isError()) {
            issues.add(issue);
        }
    }

    private static List<ObjectNode> ordered(List<ObjectNode> claims) {
        return Batching.batches(claims, claim -> claim, claims.size()).get(0);
    }

    private Addressing.Numbers numbers(int place) {
        sets++;
        return new Addressing.Numbers(
                String.format("%09d", interchanges),
                Integer.toString(interchanges),
                String.format("%04d", place),
                String.format("%09d", sets));
    }

    private boolean refuse(String message, String pointer) {
        issues.add(Issue.error("JSON:partner", message, Place.NOWHERE, pointer, null));
        return false;
    }

    private void endOwn() throws IOException {
        if (own != null) {
            own.close();
            own = null;
            plain = null;
        }
    }

    /**
     * Writes the claims that still wait, and ends the last interchange; the stream underneath stays open.
     *
     * @return what is wrong with them
     */
    Written finish() throws IOException {
        begin();
        for (Map.Entry<Destination, List<ObjectNode>> entry : waiting.entrySet()) {
            writeInterchange(entry.getKey(), entry.getValue());
        }
        waiting.clear();
        endOwn();
        out.flush();
        return written(issues.isEmpty());
    }
}
