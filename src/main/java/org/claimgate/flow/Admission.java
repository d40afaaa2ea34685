package org.claimgate.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
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
     */
    record Candidate(int ordinal, NewClaim claim, boolean readable, String mapping) {}

    /** A candidate, and what it came with. */
    record Arrival(Source source, Candidate candidate) {}

    /**
     * Something else than a claim in a body.
     *
     * @param body hash of all of it
     */
    Candidate unreadable(String sender, int ordinal, String body, Issue issue) {
        String hash = ContentHash.of(body, ordinal, issue);
        return new Candidate(ordinal, refused(sender, hash, List.of(issue)), false, "");
    }

    /** Of which its mapping makes no claim. */
    Candidate unmapped(String sender, int ordinal, JsonNode handedIn, List<Issue> issues, String mapping) {
        String hash = refusedHash(sender, ContentHash.ofMapped(handedIn), issues);
        List<Issue> told = issues.stream()
                .map(issue -> PartnerDocuments.ofRecord(ordinal, issue))
                .toList();
        return new Candidate(ordinal, refused(sender, hash, told), true, mapping);
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
        Claims.Checked checked =
                claims.check(made.claim(), document -> Addressing.destination(document, partner(document)));
        ObjectNode document = checked.document();
        Optional<Partner> partner = partner(document);
        boolean accepted = checked.accepted() && partner.isPresent();
        String content =
                made.mapping().isEmpty() ? ContentHash.of(made.claim()) : ContentHash.ofMapped(made.handedIn());
        String usage = text(document, "/envelope/usageIndicator");
        NewClaim claim = new NewClaim(
                ledger.claims().newId(),
                sender,
                accepted ? content : refusedHash(sender, content, checked.issues()),
                checked.vocabulary(),
                partner.map(Partner::id).orElse(null),
                usage == null ? partner.map(Partner::usageIndicator).orElse(null) : usage,
                text(document, "/claimInformation/patientControlNumber"),
                accepted ? ClaimState.READY : ClaimState.REFUSED,
                document,
                checked.pointers(),
                IssueJson.array(checked.issues()));
        return new Candidate(made.ordinal(), claim, true, made.mapping());
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
        return receipt(arrival.candidate(), inserted, claim.issues());
    }

    private static ObjectNode detail(Source source, Candidate candidate) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode().put(REFERENCE, source.reference());
        return candidate.mapping().isEmpty() ? detail : detail.put(Messages.MAPPING, candidate.mapping());
    }

    /** The first answer again: for a sender who waits for a message, under an id of this handing over. */
    private Receipt again(Source source, Candidate candidate, Inserted first, ClaimEvent event) {
        ArrayNode issues = ledger.claims().issues(first.claim().id());
        if (!source.answered() && !isSameHandover(first, source)) {
            ledger.outbox().add(againMessage(source, first, event, issues));
        }
        return receipt(candidate, first, issues);
    }

    /** The process died between the ledger's commit and the sender's: the answer is in the ledger already. */
    private boolean isSameHandover(Inserted first, Source source) {
        ObjectNode detail = ledger.claims().events(first.claim().id()).get(0).detail();
        return detail != null
                && source.reference().equals(detail.path(REFERENCE).asText());
    }

    private static OutgoingMessage againMessage(Source source, Inserted first, ClaimEvent event, ArrayNode issues) {
        String id = first.claim().id();
        ClaimState state = answeredState(first);
        String kind = state == ClaimState.REFUSED ? REFUSED : TAKEN_IN;
        ClaimEvent answer = new ClaimEvent(event.at(), state, kind, null, null, event.summary(), event.detail());
        return Messages.status(
                "claim:" + id + ":again:" + source.reference(),
                event.at(),
                id,
                Messages.statusData(first.claim(), answer, issues));
    }

    private static Receipt receipt(Candidate candidate, Inserted inserted, ArrayNode issues) {
        return new Receipt(
                candidate.ordinal(),
                inserted.claim().id(),
                answeredState(inserted),
                inserted.duplicate(),
                candidate.readable(),
                candidate.mapping(),
                issues);
    }

    /** Whatever has become of it since: a claim was either refused or taken in. */
    private static ClaimState answeredState(Inserted inserted) {
        return inserted.claim().state() == ClaimState.REFUSED ? ClaimState.REFUSED : ClaimState.READY;
    }

    private static String text(ObjectNode document, String pointer) {
        return document.at(pointer).asText(null);
    }
}
