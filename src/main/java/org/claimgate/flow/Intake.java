package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimgate.claim.ClaimReader;
import org.claimgate.claim.Claims;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.ledger.ClaimStore.Inserted;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.NewClaim;
import org.claimgate.ledger.OutgoingMessage;
import org.claimgate.partner.Partner;
import org.claimgate.partner.Partners;
import org.claimgate.response.ClaimState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes claims in. Every claim gets an id and is on disk before anybody is told: READY, or REFUSED with all that is wrong
 * with it. The same content from the same sender is one claim, whatever happens in between.
 */
public final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private static final String TAKEN_IN = "TAKEN_IN";
    private static final String REFUSED = "REFUSED";
    private static final String REFERENCE = "handover";

    private final Ledger ledger;
    private final Claims claims;
    private final SenderClaims senders;
    private final Partners partners;
    private final Clock clock;

    public Intake(Ledger ledger, Claims claims, SenderClaims senders, Partners partners, Clock clock) {
        this.ledger = ledger;
        this.claims = claims;
        this.senders = senders;
        this.partners = partners;
        this.clock = clock;
    }

    /** Takes in all claims of a body, or none of them when the ledger fails; in the order of the body. */
    public List<Receipt> accept(Handover handover) {
        SenderClaims.Mapping mapping = senders.of(handover.sender());
        List<Candidate> candidates = new ArrayList<>();
        for (ClaimReader.Item item : ClaimReader.read(handover.body())) {
            candidates.add(item.json() == null ? unreadable(handover, item) : map(handover, item, mapping));
        }
        List<Receipt> receipts = ledger.durably(() ->
                candidates.stream().map(candidate -> take(handover, candidate)).toList());
        LOG.info(
                "Took in {} claims from {}: {} refused, {} handed in before",
                receipts.size(),
                handover.sender(),
                receipts.stream().filter(Receipt::refused).count(),
                receipts.stream().filter(Receipt::duplicate).count());
        return receipts;
    }

    /**
     * A claim that has been judged and waits to be stored.
     *
     * @param mapping name of the mapping that the pointers of its issues are of; empty for none
     */
    private record Candidate(int ordinal, NewClaim claim, boolean readable, String mapping) {}

    private Candidate unreadable(Handover handover, ClaimReader.Item item) {
        String hash = ContentHash.of(handover.body(), item.ordinal());
        return new Candidate(item.ordinal(), refused(handover, hash, item.issue()), false, "");
    }

    private NewClaim refused(Handover handover, String hash, Issue issue) {
        return new NewClaim(
                ledger.claims().newId(),
                handover.sender(),
                hash,
                null,
                null,
                null,
                null,
                ClaimState.REFUSED,
                null,
                IssueJson.array(List.of(issue)));
    }

    private Candidate map(Handover handover, ClaimReader.Item item, SenderClaims.Mapping mapping) {
        SenderClaims.Mapped mapped = mapping.map(item.json());
        if (mapped.claim() == null) {
            String hash = contentHash(handover.sender(), item.json(), IssueJson.object(mapped.issue()), false);
            Issue issue = ofRecord(item.ordinal(), mapped.issue());
            return new Candidate(item.ordinal(), refused(handover, hash, issue), true, mapping.name());
        }
        return judge(handover, item, mapped.claim(), mapping.name());
    }

    private static Issue ofRecord(int record, Issue issue) {
        return Issue.error(issue.code(), "record " + record + ": " + issue.message(), Place.NOWHERE, "", null);
    }

    private Candidate judge(Handover handover, ClaimReader.Item item, ObjectNode sent, String mapping) {
        Claims.Checked checked = claims.check(sent, this::checkByGuide);
        ObjectNode document = checked.document();
        Optional<Partner> partner = partner(document);
        List<Issue> issues = new ArrayList<>(checked.issues());
        if (partner.isEmpty()) {
            issues.add(noPartner());
        }
        boolean accepted = checked.accepted() && partner.isPresent();
        String usage = text(document, "/envelope/usageIndicator");
        NewClaim claim = new NewClaim(
                ledger.claims().newId(),
                handover.sender(),
                mapping.isEmpty() ? ContentHash.of(sent) : contentHash(handover.sender(), item.json(), sent, accepted),
                checked.vocabulary(),
                partner.map(Partner::id).orElse(null),
                usage == null ? partner.map(Partner::usageIndicator).orElse(null) : usage,
                text(document, "/claimInformation/patientControlNumber"),
                accepted ? ClaimState.READY : ClaimState.REFUSED,
                document,
                IssueJson.array(issues));
        return new Candidate(item.ordinal(), claim, true, mapping);
    }

    /**
     * Of what was handed in, and, of a claim that a mapping made and that is refused, of what it made: when the mapping has been
     * repaired, the same content is judged again, unless it was taken in before.
     */
    private String contentHash(String sender, ObjectNode handedIn, ObjectNode made, boolean accepted) {
        String hash = ContentHash.ofMapped(handedIn);
        boolean known = accepted || ledger.claims().bySender(sender, hash).isPresent();
        return known ? hash : ContentHash.ofMapped(handedIn, made);
    }

    private Optional<Partner> partner(ObjectNode document) {
        return partners.forPayer(text(document, "/tradingPartnerServiceId"));
    }

    /** In the format of the partner, if there is one. */
    private List<Issue> checkByGuide(ObjectNode document, Guide guide) {
        return partner(document)
                .map(partner -> Addressing.check(document, guide, partner))
                .orElseGet(() -> guide.check(document));
    }

    private static Issue noPartner() {
        return Issue.error(
                "EDIT:partner",
                "expected the id of a payer that a trading partner serves",
                Place.NOWHERE,
                "/tradingPartnerServiceId",
                null);
    }

    private Receipt take(Handover handover, Candidate candidate) {
        NewClaim claim = candidate.claim();
        boolean refused = claim.state() == ClaimState.REFUSED;
        ClaimEvent event = new ClaimEvent(
                clock.instant(),
                claim.state(),
                refused ? REFUSED : TAKEN_IN,
                null,
                null,
                refused ? "Refused with " + claim.issues().size() + " issues" : "Taken in from " + handover.sender(),
                detail(handover, candidate));
        Inserted inserted = ledger.claims().insert(claim, event);
        if (inserted.duplicate()) {
            return again(handover, candidate, inserted, event);
        }
        if (refused || !handover.answered()) {
            ledger.outbox().add(Messages.ownStatus(inserted.claim(), event, claim.issues()));
        }
        return receipt(candidate, inserted, claim.issues());
    }

    private static ObjectNode detail(Handover handover, Candidate candidate) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode().put(REFERENCE, handover.reference());
        return candidate.mapping().isEmpty() ? detail : detail.put(Messages.MAPPING, candidate.mapping());
    }

    /** The first answer again: for a sender who waits for a message, under an id of this handing over. */
    private Receipt again(Handover handover, Candidate candidate, Inserted first, ClaimEvent event) {
        ArrayNode issues = ledger.claims().issues(first.claim().id());
        if (!handover.answered() && !isSameHandover(first, handover)) {
            ledger.outbox().add(againMessage(handover, first, event, issues));
        }
        return receipt(candidate, first, issues);
    }

    /** The process died between the ledger's commit and the sender's: the answer is in the ledger already. */
    private boolean isSameHandover(Inserted first, Handover handover) {
        ObjectNode detail = ledger.claims().events(first.claim().id()).get(0).detail();
        return detail != null
                && handover.reference().equals(detail.path(REFERENCE).asText());
    }

    private static OutgoingMessage againMessage(Handover handover, Inserted first, ClaimEvent event, ArrayNode issues) {
        String id = first.claim().id();
        ClaimState state = answeredState(first);
        String kind = state == ClaimState.REFUSED ? REFUSED : TAKEN_IN;
        ClaimEvent answer = new ClaimEvent(event.at(), state, kind, null, null, event.summary(), event.detail());
        return Messages.status(
                "claim:" + id + ":again:" + handover.reference(),
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
