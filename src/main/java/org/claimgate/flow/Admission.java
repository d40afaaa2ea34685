package org.claimgate.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.claimgate.claim.Claims;
import org.claimgate.guide.Issue;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.ledger.ClaimStore.Addition;
import org.claimgate.ledger.ClaimStore.Inserted;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.NewClaim;
import org.claimgate.ledger.OutgoingMessage;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.partner.Partner;
import org.claimgate.partner.Partners;
import org.claimgate.response.ClaimState;

/**
 * Judges claims and stores them, wherever they come from: READY, or REFUSED with all that is wrong with them. The same content
 * from the same sender is one claim.
 */
public final class Admission {

    private static final String TAKEN_IN = "TAKEN_IN";
    private static final String REFUSED = "REFUSED";
    private static final String REFERENCE = "handover";

    private final Ledger ledger;
    private final Claims claims;
    private final Partners partners;
    private final Clock clock;

    public Admission(Ledger ledger, Claims claims, Partners partners, Clock clock) {
        this.ledger = ledger;
        this.claims = claims;
        this.partners = partners;
        this.clock = clock;
    }

    /**
     * A claim as it was handed in.
     *
     * @param ordinal in what was handed in, from 1
     * @param handedIn what the sender wrote
     * @param claim in our vocabulary; the same where the sender writes that
     * @param mapping name of the mapping that made the claim; empty for none
     */
    record Made(int ordinal, JsonNode handedIn, ObjectNode claim, String mapping) {}

    /**
     * A claim that has been judged and waits to be stored.
     *
     * @param ordinal in what was handed in, from 1
     * @param readable whether it is a JSON object at all
     * @param mapping name of the mapping that the pointers of its issues are of; empty for none
     * @param correction the claim as it was handed in, where it names one that it replaces: what becomes of it depends on that one,
     *     and is decided when it is stored; null otherwise
     */
    record Candidate(int ordinal, NewClaim claim, boolean readable, String mapping, Made correction) {

        /** What a corrected claim is sent as, {@code {patientControlNumber, claimFrequencyCode, claimControlNumber}}; null for others. */
        ObjectNode sentAs() {
            return claim.replaces() == null || claim.state() == ClaimState.REFUSED
                    ? null
                    : Replacement.sentAs(claim.document());
        }
    }

    /** A candidate, and what it came with. */
    record Arrival(Source source, Candidate candidate) {}

    /**
     * Something else than a claim in a body.
     *
     * @param body hash of all of it
     */
    Candidate unreadable(String sender, int ordinal, String body, Issue issue) {
        String hash = ContentHash.of(body, ordinal, issue);
        return new Candidate(ordinal, refused(sender, hash, List.of(issue)), false, "", null);
    }

    /** Of which its mapping makes no claim. */
    Candidate unmapped(String sender, int ordinal, JsonNode handedIn, List<Issue> issues, String mapping) {
        String hash = refusedHash(sender, ContentHash.ofMapped(handedIn), issues);
        List<Issue> told = issues.stream()
                .map(issue -> PartnerDocuments.ofRecord(ordinal, issue))
                .toList();
        return new Candidate(ordinal, refused(sender, hash, told), true, mapping, null);
    }

    private NewClaim refused(String sender, String contentHash, List<Issue> issues) {
        return new NewClaim(
                ledger.claims().newId(),
                sender,
                contentHash,
                null,
                null,
                null,
                null,
                ClaimState.REFUSED,
                null,
                IssueJson.array(issues));
    }

    Candidate judge(String sender, Made made) {
        return judge(sender, made, new Replacement(ledger, sender, this::partner, false));
    }

    private Candidate judge(String sender, Made made, Replacement replacement) {
        Claims.Checked checked = claims.check(
                made.claim(), document -> Addressing.destination(document, partner(document)), replacement);
        ObjectNode document = checked.document();
        Optional<Partner> partner = partner(document);
        boolean accepted = checked.accepted() && partner.isPresent();
        String content =
                made.mapping().isEmpty() ? ContentHash.of(made.claim()) : ContentHash.ofMapped(made.handedIn());
        Replacement.Numbers numbers = replacement.numbers(document);
        NewClaim claim = new NewClaim(
                ledger.claims().newId(),
                sender,
                accepted ? content : refusedHash(sender, content, checked.issues()),
                checked.vocabulary(),
                partner.map(Partner::id).orElse(null),
                usageIndicator(document, partner),
                numbers.handedIn(),
                accepted ? ClaimState.READY : ClaimState.REFUSED,
                document,
                checked.pointers(),
                IssueJson.array(checked.issues()),
                replacement.earlier(),
                numbers.sent());
        return new Candidate(made.ordinal(), claim, true, made.mapping(), checked.namesAnother() ? made : null);
    }

    private static String usageIndicator(ObjectNode document, Optional<Partner> partner) {
        String usage = text(document, "/envelope/usageIndicator");
        return usage == null ? partner.map(Partner::usageIndicator).orElse(null) : usage;
    }

    /** What was refused is another claim than what is taken in, and is judged again; unless it was taken in before. */
    private String refusedHash(String sender, String content, List<Issue> issues) {
        return ledger.claims().bySender(sender, content).isPresent() ? content : ContentHash.ofRefused(content, issues);
    }

    private Optional<Partner> partner(ObjectNode document) {
        return partners.forPayer(text(document, "/tradingPartnerServiceId"));
    }

    /** {@link #take(List)} of one. */
    Receipt take(Source source, Candidate candidate) {
        return take(List.of(new Arrival(source, candidate))).get(0);
    }

    /** Stores claims, in the transaction of what they came with; the receipts in the same order. */
    List<Receipt> take(List<Arrival> arrivals) {
        List<Arrival> plain = arrivals.stream()
                .filter(arrival -> arrival.candidate().correction() == null)
                .toList();
        if (plain.size() < arrivals.size()) {
            ledger.controlNumbers().awaitTurnOfCorrections();
        }
        Iterator<Receipt> ofPlain = insert(plain).iterator();
        return arrivals.stream()
                .map(arrival -> arrival.candidate().correction() == null ? ofPlain.next() : correct(arrival))
                .toList();
    }

    /** Judged once more, now that what it replaces is held. */
    private Receipt correct(Arrival arrival) {
        Source source = arrival.source();
        Replacement replacement = new Replacement(ledger, source.sender(), this::partner, true);
        Candidate candidate = judge(source.sender(), arrival.candidate().correction(), replacement);
        Arrival judged = new Arrival(source, candidate);
        Optional<Inserted> early = refusedTooEarly(judged);
        if (early.isPresent()) {
            return again(source, candidate, early.get(), event(judged));
        }
        Receipt receipt = insert(List.of(judged)).get(0);
        if (!receipt.duplicate() && !receipt.refused()) {
            replacement.link(receipt.claimId(), clock.instant());
        }
        return receipt;
    }

    /**
     * The claim that this handing over was refused as, when the earlier one was not known yet, or not how far it had come: it is
     * answered once. Who hands the same in once more has it judged anew.
     */
    private Optional<Inserted> refusedTooEarly(Arrival arrival) {
        Source source = arrival.source();
        NewClaim claim = arrival.candidate().claim();
        if (claim.state() == ClaimState.REFUSED) {
            return Optional.empty();
        }
        return Replacement.hindrances()
                .map(hindrance -> ContentHash.ofRefused(claim.contentHash(), List.of(hindrance)))
                .flatMap(early -> ledger.claims().bySender(source.sender(), early).stream())
                .filter(refused -> isHandingOver(source, firstDetail(refused))
                        || ledger.outbox().has(againId(refused, source)))
                .map(refused -> new Inserted(refused, true))
                .findFirst();
    }

    private List<Receipt> insert(List<Arrival> arrivals) {
        List<Addition> additions = arrivals.stream()
                .map(arrival -> new Addition(arrival.candidate().claim(), event(arrival)))
                .toList();
        List<Inserted> inserted = ledger.claims().insert(additions);
        List<Receipt> receipts = new ArrayList<>();
        for (int place = 0; place < arrivals.size(); place++) {
            receipts.add(answer(arrivals.get(place), additions.get(place).event(), inserted.get(place)));
        }
        return receipts;
    }

    private ClaimEvent event(Arrival arrival) {
        NewClaim claim = arrival.candidate().claim();
        boolean refused = claim.state() == ClaimState.REFUSED;
        return new ClaimEvent(
                clock.instant(),
                claim.state(),
                refused ? REFUSED : TAKEN_IN,
                null,
                null,
                refused
                        ? "Refused with " + Reading.count(claim.issues().size(), "issue")
                        : "Taken in from " + arrival.source().sender(),
                detail(arrival.source(), arrival.candidate()));
    }

    private Receipt answer(Arrival arrival, ClaimEvent event, Inserted inserted) {
        Source source = arrival.source();
        NewClaim claim = arrival.candidate().claim();
        if (inserted.duplicate()) {
            return again(source, arrival.candidate(), inserted, event);
        }
        if (claim.state() == ClaimState.REFUSED || !source.answered()) {
            ledger.outbox().add(Messages.ownStatus(inserted.claim(), event, claim.issues()));
        }
        return receipt(arrival.candidate(), inserted, event.detail(), claim.issues());
    }

    private static ObjectNode detail(Source source, Candidate candidate) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode().put(REFERENCE, source.reference());
        if (!candidate.mapping().isEmpty()) {
            detail.put(Messages.MAPPING, candidate.mapping());
        }
        if (candidate.sentAs() != null) {
            detail.set(Messages.SENT_AS, candidate.sentAs());
        }
        return detail;
    }

    /** The first answer again: for a sender who waits for a message, under an id of this handing over. */
    private Receipt again(Source source, Candidate candidate, Inserted first, ClaimEvent event) {
        ArrayNode issues = ledger.claims().issues(first.claim().id());
        ObjectNode detail = firstDetail(first.claim());
        // The process died between the ledger's commit and the sender's, and the answer is in the ledger already.
        if (!source.answered() && !isHandingOver(source, detail)) {
            ledger.outbox().add(againMessage(source, first, event.at(), detail, issues));
        }
        return receipt(candidate, first, detail, issues);
    }

    /** What is known of how a claim was handed in. */
    private ObjectNode firstDetail(StoredClaim claim) {
        return Optional.ofNullable(ledger.claims().events(claim.id()).get(0).detail())
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    /** Whether a claim came first with this very handing over, which comes again. */
    private static boolean isHandingOver(Source source, ObjectNode detail) {
        return source.reference().equals(detail.path(REFERENCE).asText());
    }

    private static OutgoingMessage againMessage(
            Source source, Inserted first, Instant at, ObjectNode detail, ArrayNode issues) {
        String id = first.claim().id();
        ClaimState state = answeredState(first);
        String kind = state == ClaimState.REFUSED ? REFUSED : TAKEN_IN;
        ClaimEvent answer = new ClaimEvent(at, state, kind, null, null, "", detail);
        return Messages.status(
                againId(first.claim(), source), at, id, Messages.statusData(first.claim(), answer, issues));
    }

    private static String againId(StoredClaim claim, Source source) {
        return "claim:" + claim.id() + ":again:" + source.reference();
    }

    private static Receipt receipt(Candidate candidate, Inserted inserted, ObjectNode detail, ArrayNode issues) {
        return new Receipt(
                candidate.ordinal(),
                inserted.claim().id(),
                answeredState(inserted),
                inserted.duplicate(),
                candidate.readable(),
                candidate.mapping(),
                inserted.claim().replaces(),
                detail.get(Messages.SENT_AS),
                issues);
    }

    /** Whatever has become of it since: a claim was refused or taken in, and may have been taken back, so that it never leaves. */
    private static ClaimState answeredState(Inserted inserted) {
        return switch (inserted.claim().state()) {
            case REFUSED, WITHDRAWN -> inserted.claim().state();
            default -> ClaimState.READY;
        };
    }

    private static String text(ObjectNode document, String pointer) {
        return document.at(pointer).asText(null);
    }
}
