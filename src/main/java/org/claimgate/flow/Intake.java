package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.claimgate.claim.ClaimReader;
import org.claimgate.flow.Admission.Arrival;
import org.claimgate.flow.Admission.Candidate;
import org.claimgate.flow.Admission.Made;
import org.claimgate.ledger.KeyedRequestStore.Answered;
import org.claimgate.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes claims in. Every claim gets an id and is on disk before anybody is told: READY, or REFUSED with all that is wrong
 * with it. The same content from the same sender is one claim, whatever happens in between.
 */
public final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    /** The same claim may be handed in to another gateway at the same moment. */
    private static final int MOST_TRIES = 3;

    /** Characters of the longest answer that is kept for a key of the sender's. */
    private static final int LONGEST_KEPT = 1 << 20;

    private final Ledger ledger;
    private final PartnerDocuments documents;
    private final SenderClaims senders;
    private final Admission admission;

    /**
     * @param documents in which claims may come that are no JSON
     * @param senders who write claim JSON of their own
     */
    public Intake(Ledger ledger, PartnerDocuments documents, SenderClaims senders, Admission admission) {
        this.ledger = ledger;
        this.documents = documents;
        this.senders = senders;
        this.admission = admission;
    }

    /** Takes in all claims of a body, or none of them when the ledger fails; in the order of the body. */
    public List<Receipt> accept(Handover handover) {
        return accept(List.of(handover)).get(0);
    }

    /** Takes in all claims of several bodies in one transaction; the receipts of each body in its order. */
    public List<List<Receipt>> accept(List<Handover> handovers) {
        List<Judged> judged = handovers.parallelStream().map(this::judge).toList();
        List<List<Receipt>> receipts = durably(() -> write(judged));
        log(handovers, receipts);
        return receipts;
    }

    /**
     * {@link #accept(Handover)} under a key of the sender's: the same body under it is answered as it was first, and nothing else is
     * done. Where the first answer was too long to be kept, the same body is handed in again: its claims are known by their content.
     *
     * @param answer what the receipts are answered with
     * @return empty when the key was used with another body
     */
    public Optional<RequestAnswer> accept(
            Handover handover, String key, Function<List<Receipt>, RequestAnswer> answer) {
        Judged judged = judge(handover);
        String sender = handover.sender();
        String body = ContentHash.of(handover.body());
        Keyed keyed = durably(() -> {
            boolean first = ledger.keyedRequests().take(sender, key, body);
            Answered before = first ? null : ledger.keyedRequests().answer(sender, key);
            if (before != null && !before.bodyHash().equals(body)) {
                return Keyed.again(null);
            }
            if (before != null && before.answer() != null) {
                return Keyed.again(new RequestAnswer(before.status(), before.answer()));
            }
            List<List<Receipt>> receipts = write(List.of(judged));
            RequestAnswer given = answer.apply(receipts.get(0));
            if (first) {
                String kept = given.body().length() > LONGEST_KEPT ? null : given.body();
                ledger.keyedRequests().put(sender, key, given.status(), kept);
            }
            return new Keyed(Optional.of(given), receipts);
        });
        if (!keyed.receipts().isEmpty()) {
            log(List.of(handover), keyed.receipts());
        }
        return keyed.answer();
    }

    /** What a request under a key came to; without receipts when it had been answered before. */
    private record Keyed(Optional<RequestAnswer> answer, List<List<Receipt>> receipts) {

        /** @param answer null where the body is another */
        static Keyed again(RequestAnswer answer) {
            return new Keyed(Optional.ofNullable(answer), List.of());
        }
    }

    /** What handing a body in would be answered; nothing is stored, and nobody is told. */
    public List<Receipt> validate(Handover handover) {
        return judge(handover).candidates().stream().map(Receipt::ofTrial).toList();
    }

    private <T> T durably(Supplier<T> work) {
        Failpoint.INTAKE_READ.reached();
        T done = ledger.durably(MOST_TRIES, work);
        Failpoint.INTAKE_COMMITTED.reached();
        return done;
    }

    private record Judged(Source source, List<Candidate> candidates) {

        Stream<Arrival> arrivals() {
            return candidates.stream().map(candidate -> new Arrival(source, candidate));
        }
    }

    private Judged judge(Handover handover) {
        List<Candidate> candidates = documents
                .recognize(handover.sender(), handover.fileName(), PartnerDocuments.beginning(handover.body()))
                .filter(mapping -> mapping.becomes() == PartnerDocuments.Kind.CLAIMS)
                .findFirst()
                .map(mapping -> new HandedInDocument(handover, mapping, admission).candidates())
                .orElseGet(() -> ofJson(handover));
        return new Judged(handover.source(), candidates);
    }

    private List<List<Receipt>> write(List<Judged> judged) {
        Iterator<Receipt> receipts = admission
                .take(judged.stream().flatMap(Judged::arrivals).toList())
                .iterator();
        Failpoint.INTAKE_WRITTEN.reached();
        return judged.stream()
                .map(body -> body.arrivals().map(arrival -> receipts.next()).toList())
                .toList();
    }

    private static void log(List<Handover> handovers, List<List<Receipt>> receipts) {
        for (int body = 0; body < handovers.size(); body++) {
            List<Receipt> of = receipts.get(body);
            LOG.info(
                    "Took in {} claims from {}: {} refused, {} handed in before",
                    of.size(),
                    handovers.get(body).sender(),
                    of.stream().filter(Receipt::refused).count(),
                    of.stream().filter(Receipt::duplicate).count());
        }
    }

    private List<Candidate> ofJson(Handover handover) {
        SenderClaims.Mapping mapping = senders.of(handover.sender());
        String body = ContentHash.of(handover.body());
        return ClaimReader.read(handover.body()).stream()
                .map(item -> item.json() == null
                        ? admission.unreadable(handover.sender(), item.ordinal(), body, item.issue())
                        : candidate(handover.sender(), item.ordinal(), item.json(), mapping))
                .toList();
    }

    private Candidate candidate(String sender, int ordinal, ObjectNode json, SenderClaims.Mapping mapping) {
        SenderClaims.Mapped mapped = mapping.map(json);
        return mapped.claim() == null
                ? admission.unmapped(sender, ordinal, json, List.of(mapped.issue()), mapping.name())
                : admission.judge(sender, new Made(ordinal, json, mapped.claim(), mapping.name()));
    }
}
