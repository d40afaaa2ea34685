package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.claimgate.guide.DocumentReader;
import org.claimgate.guide.Guides;
import org.claimgate.guide.MappingException;
import org.claimgate.ledger.InboxFile;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.LedgerException;
import org.claimgate.partner.Partner;
import org.claimgate.response.Rejections;
import org.claimgate.x12.Limits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the files that were picked up, advances the claims that they answer and records the messages, each file in one
 * transaction: either all of it is recorded or, after a failure, nothing.
 *
 * <p>A file that a mapping of other documents recognises is read by that. In all others, what a set is comes from GS08 and ST, never from the file name. An interchange whose envelope is broken (cut off,
 * wrong counts, control numbers that disagree) is refused as a whole, so that nothing of it is told twice when the
 * partner sends it again, and one that came before, in this file or another, is not read again; the others of the file are read. A file of which nothing can be read is QUARANTINED.
 *
 * <p>A partner whose profile asks for it gets a TA1 and a 999 for its files, stored in the same transaction as outgoing
 * interchanges: exactly what these accept is told.
 */
public final class Interpretation {

    private static final Logger LOG = LoggerFactory.getLogger(Interpretation.class);

    private final Ledger ledger;
    private final Function<String, Optional<Partner>> partners;
    private final Guides guides;
    private final Rejections rejections;
    private final OtherDocuments others;
    private final Clock clock;

    /**
     * @param partners by id; empty for one that is not there any more
     * @param rejections what rejections say of a claim's fields
     */
    public Interpretation(
            Ledger ledger,
            Function<String, Optional<Partner>> partners,
            Guides guides,
            Rejections rejections,
            OtherDocuments others,
            Clock clock) {
        this.ledger = ledger;
        this.partners = partners;
        this.guides = guides;
        this.rejections = rejections;
        this.others = others;
        this.clock = clock;
    }

    /**
     * Interprets every file that waits.
     *
     * @return how many files were dealt with
     * @throws LedgerException when the ledger cannot do its work now; the file still waits then
     */
    public int run() {
        int files = 0;
        while (next()) {
            Failpoint.INTERPRETATION_COMMITTED.reached();
            files++;
        }
        return files;
    }

    private boolean next() {
        AtomicReference<InboxFile> taken = new AtomicReference<>();
        try {
            return ledger.inTransaction(() -> {
                Optional<InboxFile> file = ledger.inbox().lockNext();
                file.ifPresent(taken::set);
                file.ifPresent(this::interpret);
                return file.isPresent();
            });
        } catch (RuntimeException e) {
            if (taken.get() == null || isNotOfTheFile(e)) {
                throw e;
            }
            // One file that we cannot digest must not hold up the ones behind it.
            quarantine(taken.get(), e);
            return true;
        }
    }

    /** A ledger that does not answer now, or a mapping that has a mistake: the file still waits then. */
    private static boolean isNotOfTheFile(RuntimeException e) {
        return e instanceof MappingException || (e instanceof LedgerException failure && failure.mayHeal());
    }

    private void interpret(InboxFile file) {
        Failpoint.INTERPRETATION_TAKEN.reached();
        Answering answering = new Answering(ledger, guides, rejections, file, clock.instant());
        Reading reading = others.read(file, answering).orElseGet(() -> readInterchanges(file, answering));
        InboxFile.State state = reading.readable() ? InboxFile.State.INTERPRETED : InboxFile.State.QUARANTINED;
        ledger.inbox().finished(file.id(), state, reading.note());
        Failpoint.INTERPRETATION_WRITTEN.reached();
        LOG.info("File {} of {}: {}, {}", file.id(), file.partner(), state, reading.note());
    }

    private Reading readInterchanges(InboxFile file, Answering answering) {
        Map<String, AnswerKind> kinds = InboundFile.kinds(answering);
        Optional<Receiving> receiving = partners.apply(file.partner())
                .filter(partner -> partner.acknowledge() != null)
                .map(partner ->
                        Receiving.of(file, partner, ledger, guides, guide -> kinds.containsKey(guide.vocabulary())));
        Refusals refusals = receiving.isPresent() ? receiving.get() : screening(file);
        InboundFile inbound = new InboundFile(answering, kinds, refusals);
        try (InputStream in = ledger.inbox().open(file.id())) {
            ReadAhead.read(new DocumentReader(guides, Limits.USUAL), in, inbound, ledger::keepTransaction);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inbound.end();
        int acknowledgments = receiving
                .map(received -> received.acknowledge(ledger, guides, LocalDateTime.now(clock)))
                .orElse(0);
        if (acknowledgments > 0) {
            LOG.info("File {} of {} is answered by {} interchanges", file.id(), file.partner(), acknowledgments);
        }
        return new Reading(inbound.isReadable(), inbound.note());
    }

    private Screening screening(InboxFile file) {
        try (InputStream in = ledger.inbox().open(file.id())) {
            return Screening.of(in, Limits.USUAL, sha256 -> ledger.inbox().takeInterchange(file, sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void quarantine(InboxFile file, RuntimeException failure) {
        LOG.error("File {} of {} cannot be interpreted: {}", file.id(), file.partner(), OwnFailure.inWords(failure));
        ledger.inTransaction(() -> {
            // Another gateway may have read it meanwhile.
            if (ledger.inbox().lock(file.id()).isEmpty()) {
                return;
            }
            Answering answering = new Answering(ledger, guides, rejections, file, clock.instant());
            answering.problem(
                    "GATEWAY:failure",
                    "The gateway failed while it read the file",
                    JsonNodeFactory.instance.objectNode());
            ledger.inbox()
                    .finished(file.id(), InboxFile.State.QUARANTINED, "the gateway failed while it read the file");
        });
    }
}
