package org.claimgate.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.claimgate.flow.Concern.Kind;
import org.claimgate.ledger.AttentionQueries;
import org.claimgate.ledger.AttentionQueries.OverdueAnswer;
import org.claimgate.ledger.ClaimStore;
import org.claimgate.ledger.InboxFile;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.Queries;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.partner.Partner;

/** All that needs a person's attention, for the page, the commands and the metrics. Changes nothing. */
public final class Attention {

    /** Of each kind. */
    private static final int MOST = 100;

    private final Ledger ledger;
    private final Function<String, Optional<Partner>> partners;
    private final QueueAges queues;
    private final Patience patience;
    private final Clock clock;

    /**
     * From when on waiting needs attention.
     *
     * @param ours for what the gateway does by itself, above the age that a partner's batches may have
     * @param others for messages that others take from queues
     */
    public record Patience(Duration ours, Duration others) {}

    /** @param partners by id; empty for one that is not there any more */
    public Attention(
            Ledger ledger,
            Function<String, Optional<Partner>> partners,
            QueueAges queues,
            Patience patience,
            Clock clock) {
        this.ledger = ledger;
        this.partners = partners;
        this.queues = queues;
        this.patience = patience;
        this.clock = clock;
    }

    /** What needs attention now, the longest first; the first hundred of each kind. */
    public List<Concern> list() {
        AttentionQueries queries = ledger.attention();
        List<Concern> all = new ArrayList<>();
        queries.overdue(MOST).forEach(answer -> all.add(overdue(answer)));
        queries.held(MOST).forEach(interchange -> all.add(held(interchange)));
        queries.quarantined(MOST).forEach(file -> all.add(unreadable(file)));
        ledger.claims().waiting().forEach(claims -> addWaiting(claims, all));
        queries.undelivered().forEach(queue -> addLate(queue, all));
        queries.unread().forEach(queue -> addUnread(queue, all));
        addUnsent(ledger.queries().backlog(), all);
        queues.oldest().forEach((queue, since) -> addQueue(queue, since, all));
        all.sort(Comparator.comparing(Concern::since));
        return all;
    }

    private boolean isOver(Instant since, Duration time) {
        return since != null && since.plus(time).isBefore(clock.instant());
    }

    private static Concern overdue(OverdueAnswer answer) {
        return new Concern(
                Kind.ANSWER_OVERDUE,
                answer.fileName(),
                answer.partner(),
                answer.dueAt(),
                "no %s for %s of interchange %s"
                        .formatted(
                                answer.answer().code(),
                                Reading.count((int) answer.claims(), "claim"),
                                answer.interchangeControlNumber()),
                "./gateway inquire %s, or ask the partner for the interchange".formatted(answer.claim()));
    }

    private static Concern held(StoredInterchange held) {
        return new Concern(
                Kind.DELIVERY_HELD,
                held.fileName(),
                held.partner(),
                held.createdAt(),
                held.note(),
                "look at the partner's folder, then ./gateway delivery confirm|repeat|set-aside %d --reason …"
                        .formatted(held.id()));
    }

    private static Concern unreadable(InboxFile file) {
        return new Concern(
                Kind.FILE_UNREADABLE,
                RemoteFile.shown(file.name()),
                file.partner(),
                file.interpretedAt(),
                file.note(),
                "ask the partner for it anew, or ./gateway file retry|set-aside %d --reason …".formatted(file.id()));
    }

    private void addWaiting(ClaimStore.Waiting claims, List<Concern> all) {
        Optional<Partner> partner = partners.apply(claims.partner());
        Duration batch = partner.map(found -> found.batch().maximumAge()).orElse(Duration.ZERO);
        if (isOver(claims.oldest(), batch.plus(patience.ours()))) {
            all.add(new Concern(
                    Kind.CLAIMS_WAITING,
                    claims.vocabulary(),
                    claims.partner(),
                    claims.oldest(),
                    "%s READY and not in an interchange".formatted(Reading.count(claims.claims(), "claim")),
                    partner.isEmpty()
                            ? "give the partner its profile in partners/ again, and restart"
                            : "look at the route submission"));
        }
    }

    private void addLate(AttentionQueries.Queue queue, List<Concern> all) {
        if (isOver(queue.oldest(), patience.ours())) {
            all.add(new Concern(
                    Kind.DELIVERY_LATE,
                    queue.partner(),
                    queue.partner(),
                    queue.oldest(),
                    "%s not delivered".formatted(Reading.count((int) queue.count(), "interchange")),
                    "look at the route delivery-" + queue.partner()));
        }
    }

    private void addUnread(AttentionQueries.Queue queue, List<Concern> all) {
        if (isOver(queue.oldest(), patience.ours())) {
            all.add(new Concern(
                    Kind.FILES_UNREAD,
                    queue.partner(),
                    queue.partner(),
                    queue.oldest(),
                    "%s picked up and not read".formatted(Reading.count((int) queue.count(), "file")),
                    "look at the route interpretation"));
        }
    }

    private void addUnsent(Queries.Backlog backlog, List<Concern> all) {
        if (isOver(backlog.oldest(), patience.ours())) {
            all.add(new Concern(
                    Kind.MESSAGES_UNSENT,
                    "broker",
                    "",
                    backlog.oldest(),
                    "%s not in their queues".formatted(Reading.count((int) backlog.messages(), "message")),
                    "look at the route publication, and at the broker's disk"));
        }
    }

    private void addQueue(String queue, Instant since, List<Concern> all) {
        if (isOver(since, patience.others())) {
            all.add(new Concern(
                    Kind.QUEUE_UNREAD,
                    queue,
                    "",
                    since,
                    "nobody takes its messages",
                    "look at the program that reads the queue"));
        }
    }
}
