package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.claimgate.flow.Admission.Made;
import org.claimgate.ledger.InboxFile;

/** Files of partners that are no X12, or none that a guide knows: read by the mapping that recognises them. */
public final class OtherDocuments {

    private final PartnerDocuments mappings;
    private final Admission admission;

    /** @param admission of claims that a document becomes */
    public OtherDocuments(PartnerDocuments mappings, Admission admission) {
        this.mappings = mappings;
        this.admission = admission;
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
        InboundDocument document = new InboundDocument(answering, results(mapping, file, answering));
        try (InputStream in = answering.ledger().inbox().open(file.id())) {
            mapping.read(in, document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return document.end(mapping.name());
    }

    private Results results(PartnerDocuments.Mapping mapping, InboxFile file, Answering answering) {
        return switch (mapping.becomes()) {
            case CLAIM_STATUSES -> new ReportAnswers(answering);
            case NOTICES -> (record, notice) -> answering.notice(notice);
            case PAYMENTS -> new Payments(new PaymentAnswers(answering));
            case CLAIMS -> {
                Source source = new Source(file.partner(), "file:" + file.sha256(), false);
                yield (record, claim) -> admission.take(
                        source, admission.judge(source.sender(), new Made(record, claim, claim, mapping.name())));
            }
        };
    }

    private record Payments(PaymentAnswers answers) implements Results {

        @Override
        public void take(int record, ObjectNode payment) {
            answers.handle(payment);
        }

        @Override
        public void end() {
            answers.end();
        }
    }

    /** Takes what a document becomes, one after the other. */
    @FunctionalInterface
    interface Results {

        /** @param record of the document, from 1 */
        void take(int record, ObjectNode result);

        /** The document has ended. */
        default void end() {}
    }
}
