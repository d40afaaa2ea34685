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
    private final Partners partners;
    private final Clock clock;

    public Intake(Ledger ledger, Claims claims, Partners partners, Clock clock) {
        this.ledger = ledger;
        this.claims = claims;
        this.partners = partners;
        this.clock = clock;
    }

    /** Takes in all claims of a body, or none of them when the ledger fails; in the order of the body. */
    public List<Receipt> accept(Handover handover) {
        List<Candidate> candidates = new ArrayList<>();
        for (ClaimReader.Item item : ClaimReader.read(handover.body())) {
            candidates.add(item.json() == null ? unreadable(handover, item) : judge(handover, item));
        }
        Failpoint.INTAKE_READ.reached();
        List<Receipt> receipts = ledger.durably(() ->
                candidates.stream().map(candidate -> take(handover, candidate)).toList());
        Failpoint.INTAKE_COMMITTED.reached();
        LOG.info(
                "Took in {} claims from {}: {} refused, {} handed in before",
                receipts.size(),
                handover.sender(),
                receipts.stream().filter(Receipt::refused).count(),
                receipts.stream().filter(Receipt::duplicate).count());
        return receipts;
    }

    /** A claim that has been judged and waits to be stored. */
    private record Candidate(int ordinal, NewClaim claim, boolean readable) {}

    private Candidate unreadable(Handover handover, ClaimReader.Item item) {
        NewClaim claim = new NewClaim(
                ledger.claims().newId(),
                handover.sender(),
                ContentHash.of(handover.body(), item.ordinal()),
                null,
                null,
                null,
                null,
                ClaimState.REFUSED,
                null,
                IssueJson.array(List.of(item.issue())));
        return new Candidate(item.ordinal(), claim, false);
    }

    private Candidate judge(Handover handover, ClaimReader.Item item) {
        Claims.Checked checked = claims.check(item.json(), this::checkByGuide);
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
                ContentHash.of(item.json()),
                checked.vocabulary(),
                partner.map(Partner::id).orElse(null),
                usage == null ? partner.map(Partner::usageIndicator).orElse(null) : usage,
                text(document, "/claimInformation/patientControlNumber"),
                accepted ? ClaimState.READY : ClaimState.REFUSED,
                document,
                IssueJson.array(issues));
        return new Candidate(item.ordinal(), claim, true);
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
                JsonNodeFactory.instance.objectNode().put(REFERENCE, handover.reference()));
        Inserted inserted = ledger.claims().insert(claim, event);
        if (inserted.duplicate()) {
            return again(handover, candidate, inserted, event);
        }
        if (refused || !handover.answered()) {
            ledger.outbox().add(Messages.ownStatus(inserted.claim(), event, claim.issues()));
        }
        Failpoint.INTAKE_WRITTEN.reached();
        return receipt(candidate, inserted, claim.issues());
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
        ClaimEvent answer = ClaimEvent.own(
                event.at(), state, state == ClaimState.REFUSED ? REFUSED : TAKEN_IN, null, event.summary());
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
