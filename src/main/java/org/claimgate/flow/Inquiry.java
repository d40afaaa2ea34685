package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.claimgate.flow.InquiryInterchange.Asked;
import org.claimgate.flow.InquiryInterchange.Kind;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.ledger.Hashes;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.Removal;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.ledger.StoredInquiry;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.partner.Partner;
import org.claimgate.partner.Partners;
import org.claimgate.response.ClaimState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks partners how far claims have come that they were sent: the questions of one body become one interchange for each
 * partner, stored READY in one transaction with their trace numbers, so that the answers find home. The same handing over
 * asks once.
 */
public final class Inquiry {

    private static final Logger LOG = LoggerFactory.getLogger(Inquiry.class);

    private static final String ASKED = "INQUIRED";
    private static final String REFUSED = "INQUIRY_REFUSED";

    /** Of claims that have been written into an interchange, those that their partner has not been sent. */
    private static final Set<ClaimState> UNSENT = Set.of(ClaimState.BATCHED, ClaimState.WITHDRAWN);

    private final Ledger ledger;
    private final Partners partners;
    private final Guides guides;
    private final Clock clock;

    public Inquiry(Ledger ledger, Partners partners, Guides guides, Clock clock) {
        this.ledger = ledger;
        this.partners = partners;
        this.guides = guides;
        this.clock = clock;
    }

    /** Asks for all claims of a body, or for none of them when the ledger fails; in the order of the body. */
    public List<InquiryReceipt> ask(Handover handover) {
        List<Question> questions = Question.of(handover.body());
        List<InquiryReceipt> receipts = ledger.durably(() -> ask(handover, questions));
        Failpoint.INQUIRY_COMMITTED.reached();
        LOG.info(
                "Asked for {} claims: {} refused",
                receipts.size(),
                receipts.stream().filter(InquiryReceipt::refused).count());
        return receipts;
    }

    private List<InquiryReceipt> ask(Handover handover, List<Question> questions) {
        Map<String, StoredClaim> claims = hold(questions);
        Map<String, InquiryReceipt> told = new HashMap<>();
        Map<Kind, List<Asked>> asked = new LinkedHashMap<>();
        List<InquiryReceipt> refused = new ArrayList<>();
        for (Question question : questions) {
            StoredClaim claim = claims.get(question.claimId());
            Optional<StoredInquiry> before =
                    claim == null ? Optional.empty() : ledger.inquiries().find(handover.reference(), claim.id());
            List<Issue> issues = before.isPresent() ? List.of() : issues(question, claim);
            if (before.isPresent()) {
                told.put(claim.id(), receipt(before.get()));
            } else if (!issues.isEmpty()) {
                refused.add(refuse(handover, question, claim, issues));
            } else if (asked.values().stream().noneMatch(list -> list.stream().anyMatch(one -> one.isOf(claim)))) {
                asked.computeIfAbsent(kind(claim), kind -> new ArrayList<>()).add(asked(claim));
            }
        }
        asked.forEach((kind, those) ->
                write(handover, kind, those).forEach(inquiry -> told.put(inquiry.claim(), receipt(inquiry))));
        Failpoint.INQUIRY_WRITTEN.reached();
        return receipts(questions, told, refused);
    }

    /** Holds the claims in one order, whoever asks: two who ask for the same claims wait for each other, and not for ever. */
    private Map<String, StoredClaim> hold(List<Question> questions) {
        Map<String, StoredClaim> claims = new HashMap<>();
        TreeSet<String> ids = new TreeSet<>();
        questions.stream().filter(Question::isGood).forEach(question -> ids.add(question.claimId()));
        ids.forEach(id -> ledger.claims().lock(id).ifPresent(claim -> claims.put(id, claim)));
        return claims;
    }

    private Asked asked(StoredClaim claim) {
        return new Asked(
                claim,
                InquiryInterchange.request(
                        claim, ledger.claims().written(claim.id()), guides.forVocabulary(claim.vocabulary())));
    }

    private Kind kind(StoredClaim claim) {
        return new Kind(partners.find(claim.partner()).orElseThrow(), claim.usageIndicator());
    }

    /** Why a question cannot be asked; empty if it can. */
    private List<Issue> issues(Question question, StoredClaim claim) {
        if (!question.isGood()) {
            return question.issues();
        }
        if (claim == null) {
            return List.of(issue("INQUIRY:unknown-claim", "expected the id of a claim that was handed in"));
        }
        if (claim.position() == null || UNSENT.contains(claim.state())) {
            return List.of(issue("INQUIRY:not-sent", "expected a claim that its partner has been sent"));
        }
        Optional<Partner> partner = partners.find(claim.partner());
        if (partner.isEmpty()) {
            return List.of(issue("INQUIRY:partner", "expected a claim whose partner still has a profile"));
        }
        Optional<Removal> removal = ledger.removals().ofClaim(claim.id());
        if (removal.isPresent()) {
            return List.of(issue(
                    "INQUIRY:removed",
                    "expected a claim whose content is still there: it was "
                            + removal.get().words()));
        }
        return InquiryInterchange.judge(kind(claim), guides, asked(claim).request(), LocalDateTime.now(clock));
    }

    private static Issue issue(String code, String message) {
        return Issue.error(code, message, Place.NOWHERE, "/claimId", null);
    }

    private InquiryReceipt refuse(Handover handover, Question question, StoredClaim claim, List<Issue> issues) {
        ArrayNode json = IssueJson.array(issues);
        if (!handover.answered()) {
            String id = "inquiry:" + Hashes.sha256(handover.reference().getBytes(StandardCharsets.UTF_8)) + ":"
                    + question.ordinal();
            ObjectNode data = claim == null
                    ? Messages.unmatchedData(REFUSED, "", null, clock.instant(), json)
                    : Messages.statusData(
                            claim,
                            ClaimEvent.own(clock.instant(), claim.state(), REFUSED, null, "The partner is not asked"),
                            json);
            ledger.outbox().add(Messages.status(id, clock.instant(), claim == null ? "" : claim.id(), data));
        }
        return new InquiryReceipt(question.ordinal(), question.claimId(), null, null, question.readable(), json);
    }

    /** As many interchanges of one kind as the partner's greatest number of claims asks for. */
    private List<StoredInquiry> write(Handover handover, Kind kind, List<Asked> all) {
        List<StoredInquiry> inquiries = new ArrayList<>();
        for (List<Asked> some : InquiryInterchange.batches(kind, all)) {
            InquiryInterchange interchange = InquiryInterchange.number(kind, ledger, LocalDateTime.now(clock));
            Map<String, Asked> byTrace = new LinkedHashMap<>();
            some.forEach(one -> byTrace.put(ledger.controlNumbers().trace(), one));
            StoredInterchange stored = interchange.store(ledger, guides, byTrace);
            byTrace.forEach((trace, one) -> record(handover, stored, trace, one.claim()));
            inquiries.addAll(ledger.inquiries().ofInterchange(stored.id()));
        }
        return inquiries;
    }

    private void record(Handover handover, StoredInterchange stored, String trace, StoredClaim claim) {
        ledger.inquiries().insert(trace, claim.id(), stored.id(), handover.reference());
        ClaimEvent event = new ClaimEvent(
                clock.instant(),
                claim.state(),
                ASKED,
                stored.id(),
                null,
                "%s is asked how far it has come: trace %s in interchange %s"
                        .formatted(stored.partner(), trace, stored.interchangeControlNumber()),
                JsonNodeFactory.instance.objectNode().put("trackingNumber", trace));
        ledger.claims().advance(claim, event);
        if (!handover.answered()) {
            ObjectNode data = Messages.statusData(claim, event, JsonNodeFactory.instance.arrayNode());
            ((ObjectNode) data.get("references")).put("trackingNumber", trace);
            ledger.outbox().add(Messages.status("inquiry:" + trace, event.at(), claim.id(), data));
        }
    }

    private static InquiryReceipt receipt(StoredInquiry inquiry) {
        return new InquiryReceipt(
                0,
                inquiry.claim(),
                inquiry.trace(),
                inquiry.interchangeControlNumber(),
                true,
                JsonNodeFactory.instance.arrayNode());
    }

    private static List<InquiryReceipt> receipts(
            List<Question> questions, Map<String, InquiryReceipt> told, List<InquiryReceipt> refused) {
        Map<Integer, InquiryReceipt> byOrdinal = new HashMap<>();
        refused.forEach(receipt -> byOrdinal.put(receipt.ordinal(), receipt));
        return questions.stream()
                .map(question -> byOrdinal.containsKey(question.ordinal())
                        ? byOrdinal.get(question.ordinal())
                        : told.get(question.claimId()).at(question.ordinal()))
                .toList();
    }
}
