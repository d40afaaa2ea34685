package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.claimgate.claim.Pointers;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.ledger.InboxFile;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.OutgoingMessage;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.response.ClaimLifeCycle;
import org.claimgate.response.ClaimState;
import org.claimgate.response.Outcome;
import org.claimgate.response.Rejections;
import org.claimgate.response.SentClaim;

/**
 * Records what the answers of one file say: events of claims, and messages with ids made of the file's hash and their
 * ordinal in it.
 */
final class Answering {

    /** The document of a payment, in its message. */
    static final String PAYMENT = "payment";

    private static final String FIELDS = "fields";

    private final Ledger ledger;
    private final Guides guides;
    private final Rejections rejections;
    private final InboxFile file;
    private final Instant at;
    private final Overdue overdue;
    private final EarlierProblems earlier;
    private int ordinal;
    private String sentId;
    private SentClaim sent;

    Answering(Ledger ledger, Guides guides, Rejections rejections, InboxFile file, Instant at) {
        this.ledger = ledger;
        this.guides = guides;
        this.rejections = rejections;
        this.file = file;
        this.at = at;
        this.overdue = new Overdue(ledger);
        this.earlier = new EarlierProblems(ledger, file);
    }

    Ledger ledger() {
        return ledger;
    }

    Guides guides() {
        return guides;
    }

    /** What the rejections of partners mean. */
    Rejections rejections() {
        return rejections;
    }

    /** A claim as it was taken in; the last one is kept, for who finds its fields and who shows them. */
    SentClaim sent(StoredClaim claim) {
        if (!claim.id().equals(sentId)) {
            sent = new SentClaim(claim.vocabulary(), ledger.claims().document(claim.id()));
            sentId = claim.id();
        }
        return sent;
    }

    String partner() {
        return file.partner();
    }

    /** Id of the file. */
    long file() {
        return file.id();
    }

    /** The file from its beginning. */
    InputStream open() {
        return ledger.inbox().open(file.id());
    }

    /** Id of the next message of the file. */
    String nextMessage() {
        return messageId(ordinal + 1);
    }

    /** Advances a claim and tells of it. */
    void status(StoredClaim claim, Finding finding) {
        Advanced advanced = advance(claim, finding);
        advanced.data().set("response", finding.document());
        tell(Messages.status(nextId(), at, claim.id(), advanced.data()));
        overdue.endedBy(advanced.claim(), finding.outcome().kind(), at);
    }

    /** Tells of an answer to something that was never sent. */
    void unmatchedStatus(String patientControlNumber, Finding finding) {
        ObjectNode data = unmatched(patientControlNumber, finding);
        data.set("response", finding.document());
        tell(Messages.status(nextId(), at, "", data));
    }

    /**
     * Advances a claim and tells of its payment.
     *
     * @param more fields beside those that every payment has, or in their place
     */
    void payment(StoredClaim claim, Finding finding, ObjectNode more) {
        Advanced advanced = advance(claim, finding);
        ObjectNode data = paid(advanced.data(), finding, more);
        tell(Messages.payment(nextId(), at, claim.id(), data));
        overdue.endedBy(advanced.claim(), finding.outcome().kind(), at);
    }

    /** Tells of a payment that no claim is known for, or of money that belongs to no claim. */
    void unmatchedPayment(String patientControlNumber, Finding finding, ObjectNode more) {
        ObjectNode data = paid(unmatched(patientControlNumber, finding), finding, more);
        tell(Messages.payment(nextId(), at, "", data));
    }

    /**
     * Tells of a problem, unless an earlier reading of the file told the same.
     *
     * @param more fields beside the code, the message and the file
     */
    void problem(String code, String message, ObjectNode more) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("file", file.name());
        data.put("fileId", file.id());
        data.put("sha256", file.sha256());
        data.put("partner", file.partner());
        data.put("at", at.toString());
        data.put("code", code);
        data.put("message", message);
        data.setAll(more);
        if (!earlier.hold(data)) {
            tell(Messages.problem(nextId(), at, String.valueOf(file.id()), data));
        }
    }

    /** Tells of what a partner's document says of no claim in particular. */
    void notice(ObjectNode notice) {
        ObjectNode more = JsonNodeFactory.instance.objectNode();
        more.set("notice", notice);
        problem("DOCUMENT:notice", "The partner's document holds a notice", more);
    }

    /** A claim after an answer, and the data of the message that tells of it. */
    private record Advanced(StoredClaim claim, ObjectNode data) {}

    /** An answer that came late is an event as well, without moving the state. */
    private Advanced advance(StoredClaim claim, Finding finding) {
        Outcome outcome = finding.outcome();
        ClaimState state = ClaimLifeCycle.after(claim.state(), outcome.state());
        Long interchange = claim.position() == null ? null : claim.position().interchange();
        Pointers pointers = finding.namesFields() ? ledger.claims().pointers(claim.id()) : new Pointers();
        ArrayNode issues = IssueJson.array(asSent(finding.issues(), pointers));
        ClaimEvent event = new ClaimEvent(
                at,
                state,
                outcome.kind(),
                interchange,
                file.id(),
                cut(outcome.summary()),
                detail(finding, issues, pointers));
        StoredClaim moved = ledger.claims().advance(claim, event);
        ObjectNode data = Messages.statusData(moved, event, issues);
        if (!finding.corrections().isEmpty()) {
            SentClaim sent = finding.namesFields() ? sent(claim) : new SentClaim(claim.vocabulary(), null);
            data.set(FIELDS, FieldsJson.array(finding.corrections(), pointers, field -> rejections.shown(sent, field)));
        }
        return new Advanced(moved, finish(data, finding));
    }

    private static List<Issue> asSent(List<Issue> issues, Pointers pointers) {
        return issues.stream()
                .map(issue -> issue.at(pointers.sent(issue.pointer())))
                .toList();
    }

    /** An event outlives the claim's content: it holds no values. */
    private static ObjectNode detail(Finding finding, ArrayNode issues, Pointers pointers) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        detail.put("reported", reported(finding.outcome()));
        if (!issues.isEmpty()) {
            detail.set("issues", issues);
        }
        if (!finding.corrections().isEmpty()) {
            detail.set(FIELDS, FieldsJson.array(finding.corrections(), pointers, field -> Optional.empty()));
        }
        detail.setAll(finding.kept());
        return detail;
    }

    private ObjectNode unmatched(String patientControlNumber, Finding finding) {
        ObjectNode data = Messages.unmatchedData(
                finding.outcome().kind(), patientControlNumber, file.partner(), at, IssueJson.array(finding.issues()));
        return finish(data, finding);
    }

    private ObjectNode finish(ObjectNode data, Finding finding) {
        data.put("reported", reported(finding.outcome()));
        data.put("summary", cut(finding.outcome().summary()));
        ObjectNode references = (ObjectNode) data.get("references");
        finding.references().forEach(references::put);
        references.put("file", file.name());
        return data;
    }

    private static ObjectNode paid(ObjectNode data, Finding finding, ObjectNode more) {
        data.remove(List.of(FIELDS, "response"));
        data.set(PAYMENT, finding.document());
        return data.setAll(more);
    }

    private static String reported(Outcome outcome) {
        return outcome.state() == null ? null : outcome.state().name();
    }

    private void tell(OutgoingMessage message) {
        ledger.outbox().add(message, file);
    }

    /** Later readings have ids of their own, because they may tell other things. */
    private String nextId() {
        ordinal++;
        return messageId(ordinal);
    }

    private String messageId(int number) {
        String reading = file.readings() == 1 ? "" : "/" + file.readings();
        return "file:" + file.sha256() + reading + ":" + number;
    }

    /** A hostile answer may hold any number of codes. */
    private static String cut(String summary) {
        return summary.length() <= 400 ? summary : summary.substring(0, 400) + "…";
    }
}
