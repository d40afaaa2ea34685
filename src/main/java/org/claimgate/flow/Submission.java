package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimgate.claim.Batching;
import org.claimgate.flow.OutgoingInterchange.Batch;
import org.claimgate.flow.OutgoingInterchange.Written;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.ledger.ClaimStore.Waiting;
import org.claimgate.ledger.ControlNumbers;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.NewInterchange;
import org.claimgate.ledger.NewInterchange.TransactionSetNumbers;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.ledger.StoredClaim.Position;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.partner.Partner;
import org.claimgate.partner.Partners;
import org.claimgate.response.ClaimState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes interchanges of the claims that are READY: claims of one partner, vocabulary and usage indicator, as soon as they
 * are enough or the oldest has waited long enough by the partner's profile. Control numbers, bytes and the claims'
 * places are stored in one transaction: after a crash either all of an interchange is there or none of it.
 */
public final class Submission {

    private static final Logger LOG = LoggerFactory.getLogger(Submission.class);

    private final Ledger ledger;
    private final Partners partners;
    private final Guides guides;
    private final Holding holding;
    private final Clock clock;

    public Submission(Ledger ledger, Partners partners, Guides guides, Clock clock) {
        this.ledger = ledger;
        this.partners = partners;
        this.guides = guides;
        this.holding = new Holding(ledger, clock);
        this.clock = clock;
    }

    /**
     * Writes every interchange that is due. When one kind fails, the others are written first.
     *
     * @return how many were written
     */
    public int run() {
        int written = 0;
        RuntimeException failure = null;
        for (Waiting waiting : ledger.claims().waiting()) {
            try {
                written += write(waiting);
            } catch (RuntimeException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return written;
    }

    private int write(Waiting waiting) {
        Optional<Partner> partner = partners.find(waiting.partner());
        if (partner.isEmpty()) {
            LOG.warn("{} claims wait for partner {}, who has no profile", waiting.claims(), waiting.partner());
            return 0;
        }
        return write(waiting, partner.get());
    }

    /** Writes interchanges of one kind until what is left is not due. */
    private int write(Waiting first, Partner partner) {
        int written = 0;
        Optional<Waiting> waiting = Optional.of(first);
        while (waiting.isPresent() && isDue(waiting.get(), partner)) {
            Waiting due = waiting.get();
            Result result = ledger.durably(() -> writeOne(due, partner));
            if (result == Result.NOTHING_TAKEN) {
                break;
            }
            Failpoint.SUBMISSION_COMMITTED.reached();
            written += result == Result.WRITTEN ? 1 : 0;
            waiting = ledger.claims().waiting().stream().filter(due::isSameKind).findFirst();
        }
        return written;
    }

    /** Of a claim that is of later than now, the clock has been set back: none waits more than twice as long for that. */
    private boolean isDue(Waiting waiting, Partner partner) {
        Duration wait = partner.batch().maximumAge();
        return waiting.claims() >= partner.batch().maximumClaims()
                || Duration.between(waiting.oldest(), clock.instant()).abs().compareTo(wait) >= 0;
    }

    private enum Result {
        /** An interchange was stored. */
        WRITTEN,
        /** Every claim that was taken turned out to be unwritable. */
        ALL_REFUSED,
        /** Another transaction has the claims. */
        NOTHING_TAKEN
    }

    private Result writeOne(Waiting waiting, Partner partner) {
        List<OutgoingClaim> claims = take(waiting, partner);
        if (claims.isEmpty()) {
            return Result.NOTHING_TAKEN;
        }
        OutgoingInterchange interchange = new OutgoingInterchange(
                partner,
                guides.forVocabulary(waiting.vocabulary()),
                waiting.usageIndicator(),
                ledger.controlNumbers().interchange(partner.id()),
                ledger.controlNumbers().group(partner.id()),
                LocalDateTime.now(clock));
        Failpoint.SUBMISSION_NUMBERED.reached();
        while (!claims.isEmpty()) {
            List<Batch> batches = batches(claims, partner);
            Written written = interchange.write(batches);
            if (written.refused().isEmpty()) {
                store(interchange, batches, written.bytes(), waiting.restored());
                Failpoint.SUBMISSION_WRITTEN.reached();
                return Result.WRITTEN;
            }
            claims = refuse(claims, written.refused());
        }
        return Result.ALL_REFUSED;
    }

    /** Refuses some of the claims and returns the others. */
    private List<OutgoingClaim> refuse(List<OutgoingClaim> claims, Map<String, List<Issue>> refused) {
        List<OutgoingClaim> left = new ArrayList<>();
        for (OutgoingClaim claim : claims) {
            List<Issue> issues = refused.get(claim.claim().id());
            if (issues == null) {
                left.add(claim);
            } else {
                refuse(claim.claim(), issues);
            }
        }
        return left;
    }

    private List<OutgoingClaim> take(Waiting waiting, Partner partner) {
        List<StoredClaim> claims =
                ledger.claims().lockReady(waiting, partner.batch().maximumClaims());
        Map<String, ObjectNode> documents = ledger.claims().documents(claims);
        return claims.stream()
                .map(claim -> new OutgoingClaim(claim, documents.get(claim.id())))
                .toList();
    }

    private List<Batch> batches(List<OutgoingClaim> claims, Partner partner) {
        Map<List<String>, List<OutgoingClaim>> byHeading = new LinkedHashMap<>();
        claims.forEach(claim -> byHeading
                .computeIfAbsent(claim.heading(), heading -> new ArrayList<>())
                .add(claim));
        List<Batch> batches = new ArrayList<>();
        for (List<OutgoingClaim> same : byHeading.values()) {
            int maximum = partner.batch().maximumClaims();
            for (List<OutgoingClaim> batch : Batching.batches(same, OutgoingClaim::document, maximum)) {
                batches.add(new Batch(ledger.controlNumbers().batchReference(), batch));
            }
        }
        return batches;
    }

    private void store(OutgoingInterchange interchange, List<Batch> batches, byte[] bytes, boolean restored) {
        List<TransactionSetNumbers> sets = new ArrayList<>();
        for (Batch batch : batches) {
            String number = ControlNumbers.set(sets.size() + 1);
            sets.add(new TransactionSetNumbers(
                    number, batch.batchReference(), batch.claims().size()));
        }
        StoredInterchange stored = ledger.interchanges()
                .insert(new NewInterchange(
                        interchange.partner().id(),
                        interchange.interchangeControlNumber(),
                        interchange.groupControlNumber(),
                        interchange.fileName(),
                        interchange.guide().vocabulary(),
                        interchange.usageIndicator(),
                        bytes,
                        sets));
        for (int place = 0; place < batches.size(); place++) {
            place(stored, sets.get(place), batches.get(place).claims());
        }
        if (restored) {
            holding.put(stored, Upload.Doubt.WAITED);
        }
        LOG.info(
                "Interchange {} to {} holds {} claims, {} bytes",
                stored.interchangeControlNumber(),
                stored.partner(),
                stored.claims(),
                stored.size());
    }

    private void place(StoredInterchange stored, TransactionSetNumbers set, List<OutgoingClaim> claims) {
        String summary = "Written into interchange " + stored.interchangeControlNumber() + ", group "
                + stored.groupControlNumber() + ", set " + set.setControlNumber();
        for (int ordinal = 0; ordinal < claims.size(); ordinal++) {
            OutgoingClaim claim = claims.get(ordinal);
            Position position = new Position(
                    stored.id(),
                    stored.interchangeControlNumber(),
                    stored.groupControlNumber(),
                    set.setControlNumber(),
                    set.batchReference(),
                    ordinal);
            ClaimEvent event = ClaimEvent.own(clock.instant(), ClaimState.BATCHED, "BATCHED", stored.id(), summary);
            ledger.claims().batched(claim.claim(), position, claim.document(), event);
        }
    }

    /** What Intake let through and the partner's format does not: it may have changed in between. */
    private void refuse(StoredClaim claim, List<Issue> issues) {
        ArrayNode json = IssueJson.array(issues);
        ClaimEvent event = ClaimEvent.own(
                clock.instant(), ClaimState.REFUSED, "UNWRITABLE", null, "Cannot be written for this partner");
        StoredClaim refused = ledger.claims().refuse(claim, json, event);
        ledger.outbox().add(Messages.ownStatus(refused, event, json));
        LOG.warn(
                "Claim {} cannot be written for partner {}: {} issues", refused.id(), refused.partner(), issues.size());
    }
}
