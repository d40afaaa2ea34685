package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.ledger.ExpectedAnswer;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.OutgoingMessage;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.response.AwaitedAnswer;

/**
 * Tells that an answer is overdue and that it is waited for no more: once each for a claim, and once each for the file that it
 * went out in. The claim's state stays as it is.
 */
final class Overdue {

    private static final String ENDED = "_ENDED";

    private final Ledger ledger;

    Overdue(Ledger ledger) {
        this.ledger = ledger;
    }

    /** An answer to a claim has not come in time. */
    void raise(StoredClaim claim, ExpectedAnswer missing, Instant at) {
        Set<AwaitedAnswer> overdue = EnumSet.of(missing.answer());
        overdue.addAll(claim.overdue());
        String code = missing.answer().code();
        record(claim, overdue, kind(missing.answer()), "No %s has come by %s".formatted(code, missing.dueAt()), at);
    }

    /**
     * Something has become of a claim.
     *
     * @param kind of the event that is recorded already
     */
    void endedBy(StoredClaim claim, String kind, Instant at) {
        StoredClaim now = claim;
        for (AwaitedAnswer answer : AwaitedAnswer.values()) {
            if (now.overdue().contains(answer) && answer.isEndedBy(kind)) {
                EnumSet<AwaitedAnswer> left = EnumSet.copyOf(now.overdue());
                left.remove(answer);
                String words = "The %s that was overdue is waited for no more".formatted(answer.code());
                now = record(now, left, kind(answer) + ENDED, words, at);
            }
        }
    }

    private StoredClaim record(StoredClaim claim, Set<AwaitedAnswer> overdue, String kind, String summary, Instant at) {
        Long interchange = claim.position() == null ? null : claim.position().interchange();
        ClaimEvent event = ClaimEvent.own(at, claim.state(), kind, interchange, summary);
        StoredClaim changed = ledger.claims().overdue(claim, overdue, event);
        ledger.outbox().add(Messages.ownStatus(changed, event, JsonNodeFactory.instance.arrayNode()));
        return changed;
    }

    /** An answer to a file has not come in time: it is missing for so many of its claims. */
    void raise(ExpectedAnswer missing, int claims, Instant at) {
        String words = "No %s has come in time for %s of the %s in this file of ours"
                .formatted(
                        missing.answer().code(),
                        Reading.count(claims, "claim"),
                        missing.interchange().claims());
        tell(missing, "", words, at);
    }

    /** No claim of a file waits for an answer any more. */
    void ended(ExpectedAnswer missing, Instant at) {
        String words = "The %s that was overdue is waited for no more"
                .formatted(missing.answer().code());
        tell(missing, "-ended", words, at);
    }

    private void tell(ExpectedAnswer missing, String suffix, String words, Instant at) {
        StoredInterchange interchange = missing.interchange();
        String code = missing.answer().code() + suffix;
        ObjectNode data = DeliveryMessages.ofInterchange(interchange, "OVERDUE:" + code, words);
        data.put("at", at.toString());
        data.put("dueAt", missing.dueAt().toString());
        String id = "interchange:" + interchange.id() + ":overdue:" + code;
        OutgoingMessage message = Messages.problem(id, at, interchange.fileName(), data);
        ledger.outbox().add(message);
    }

    private static String kind(AwaitedAnswer answer) {
        return "OVERDUE_" + answer.code();
    }
}
