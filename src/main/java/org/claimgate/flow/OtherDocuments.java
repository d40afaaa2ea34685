package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.claimgate.ledger.InboxFile;

/** Files of partners that are no X12, or none that a guide knows: read by the mapping that recognises them. */
public final class OtherDocuments {

    private final PartnerDocuments mappings;
    private final Admission claims;

    /** @param claims where claims that a document becomes go */
    public OtherDocuments(PartnerDocuments mappings, Admission claims) {
        this.mappings = mappings;
        this.claims = claims;
    }

    /** Reads a file and records what it says; empty for one that no mapping recognises. */
    Optional<Reading> read(InboxFile file, Answering answering) {
        try (InputStream in = answering.ledger().inbox().open(file.id())) {
            byte[] beginning = in.readNBytes(PartnerDocuments.BEGINNING);
            return mappings.recognize(file.partner(), file.name(), beginning)
                    .map(mapping -> read(mapping, file, answering));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reading read(PartnerDocuments.Mapping mapping, InboxFile file, Answering answering) {
        InboundDocument document = new InboundDocument(answering, results(mapping.becomes(), file, answering));
        try (InputStream in = answering.ledger().inbox().open(file.id())) {
            mapping.read(in, document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return document.end(mapping.name());
    }

    private Results results(PartnerDocuments.Kind kind, InboxFile file, Answering answering) {
        return switch (kind) {
            case CLAIM_STATUSES -> Results.of(new ReportAnswers(answering)::handle);
            case NOTICES -> Results.of(answering::notice);
            case PAYMENTS -> payments(new PaymentAnswers(answering));
            case CLAIMS -> Results.of(claims(new Source(file.partner(), "file:" + file.sha256(), false)));
        };
    }

    private static Results payments(PaymentAnswers payments) {
        return new Results(payments::handle, payments::end);
    }

    private Consumer<ObjectNode> claims(Source source) {
        return claim -> claims.take(source, claims.judge(source.sender(), 0, claim));
    }

    /**
     * Takes what a document becomes, one after the other.
     *
     * @param end called after the last one
     */
    record Results(Consumer<ObjectNode> taker, Runnable end) {

        static Results of(Consumer<ObjectNode> taker) {
            return new Results(taker, () -> {});
        }
    }
}
