package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.claimgate.flow.PartnerDocuments.Origin;
import org.claimgate.guide.Issue;
import org.claimgate.ledger.InboxFile;
import org.claimgate.x12.Limits;

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
                    .findFirst()
                    .filter(mapping -> !isMixed(file, answering))
                    .map(mapping -> read(mapping, file, answering));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** X12 of several kinds: only our own reader tells them apart. */
    private static boolean isMixed(InboxFile file, Answering answering) {
        try (InputStream in = answering.ledger().inbox().open(file.id())) {
            return MixedSets.in(in, Limits.USUAL);
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
            case NOTICES -> (origin, notice) -> answering.notice(notice);
            case PAYMENTS -> new Payments(new PaymentAnswers(answering));
            case CLAIMS -> new ReceivedClaims(
                    admission,
                    new Source(file.partner(), "file:" + file.sha256(), false),
                    new RecordClaims(admission, file.partner(), mapping.name()));
        };
    }

    private record ReceivedClaims(Admission admission, Source source, RecordClaims claims) implements Results {

        @Override
        public void take(Origin origin, ObjectNode claim) {
            admission.take(source, claims.judge(origin, claim));
        }

        @Override
        public boolean refuse(Origin origin, List<Issue> issues) {
            admission.take(source, claims.refuse(origin, issues));
            return true;
        }
    }

    private record Payments(PaymentAnswers answers) implements Results {

        @Override
        public void take(Origin origin, ObjectNode payment) {
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

        void take(Origin origin, ObjectNode result);

        /** Keeps a record that is nothing of the vocabulary; false where that is told as a problem of the file. */
        default boolean refuse(Origin origin, List<Issue> issues) {
            return false;
        }

        /** The document has ended. */
        default void end() {}
    }
}
