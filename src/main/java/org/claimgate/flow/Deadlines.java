package org.claimgate.flow;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.claimgate.claim.StatusRequest;
import org.claimgate.ledger.ExpectedAnswer;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.partner.Partner;
import org.claimgate.response.AwaitedAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches what partners owe: what each is to answer to a file of claims, and by when, is written down when the file is visible to
 * it; what is missing then is told of each claim and of the file. That a claim waits no more is told when its answer is
 * read; that a file does, here. Only what is due, or overdue, is ever looked at.
 */
public final class Deadlines {

    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);

    private final Ledger ledger;
    private final Function<String, Optional<Partner>> partners;
    private final Overdue overdue;
    private final Clock clock;

    /** @param partners by id; empty for one that is not there any more, of which nothing is awaited */
    public Deadlines(Ledger ledger, Function<String, Optional<Partner>> partners, Clock clock) {
        this.ledger = ledger;
        this.partners = partners;
        this.overdue = new Overdue(ledger);
        this.clock = clock;
    }

    /**
     * Does all that is to be done now, one file in each transaction.
     *
     * @return how many answers were judged: overdue, or waited for no more
     */
    public int run() {
        repeat(this::watchNext);
        return judgeAll() + repeat(this::endNext);
    }

    private int repeat(BooleanSupplier step) {
        int done = 0;
        while (ledger.inTransaction(step::getAsBoolean)) {
            done++;
        }
        return done;
    }

    private boolean watchNext() {
        Optional<StoredInterchange> next = ledger.expectedAnswers().lockUnwatched();
        next.ifPresent(this::watch);
        return next.isPresent();
    }

    private void watch(StoredInterchange interchange) {
        if (isOfClaims(interchange)) {
            partners.apply(interchange.partner()).map(Partner::deadlines).ifPresent(deadlines -> {
                for (AwaitedAnswer answer : AwaitedAnswer.values()) {
                    deadlines.due(answer.code(), interchange.visibleAt()).ifPresent(due -> ledger.expectedAnswers()
                            .insert(interchange, answer, due));
                }
            });
        }
        ledger.expectedAnswers().watched(interchange);
    }

    private static boolean isOfClaims(StoredInterchange interchange) {
        return interchange.answered() == null && !interchange.vocabulary().equals(StatusRequest.VOCABULARY);
    }

    private int judgeAll() {
        int judged = 0;
        for (Optional<Boolean> isOverdue = judgeNext(); isOverdue.isPresent(); isOverdue = judgeNext()) {
            judged++;
            if (isOverdue.get()) {
                Failpoint.DEADLINES_COMMITTED.reached();
            }
        }
        return judged;
    }

    private Optional<Boolean> judgeNext() {
        return ledger.inTransaction(() -> ledger.expectedAnswers().lockDue().map(this::judge));
    }

    /**
     * Whether an answer is overdue. Claims are held first and their events read then: an answer that is interpreted meanwhile is
     * seen, or sees what is overdue.
     */
    private boolean judge(ExpectedAnswer due) {
        List<StoredClaim> claims =
                ledger.claims().lockInterchange(due.interchange().id());
        Map<String, Set<String>> kinds = ledger.expectedAnswers().eventKinds(due.interchange());
        List<StoredClaim> waiting = claims.stream()
                .filter(claim -> kinds.get(claim.id()).stream().noneMatch(due.answer()::isEndedBy))
                .toList();
        if (waiting.isEmpty()) {
            ledger.expectedAnswers().ended(due);
            return false;
        }
        Instant now = clock.instant();
        waiting.forEach(claim -> overdue.raise(claim, due, now));
        overdue.raise(due, waiting.size(), now);
        ledger.expectedAnswers().overdue(due);
        Failpoint.DEADLINES_WRITTEN.reached();
        LOG.warn(
                "{} of {}: no {} for {} of {} claims",
                due.interchange().fileName(),
                due.interchange().partner(),
                due.answer().code(),
                waiting.size(),
                claims.size());
        return true;
    }

    private boolean endNext() {
        Optional<ExpectedAnswer> next = ledger.expectedAnswers().lockOverdueThatNoClaimWaitsFor();
        next.ifPresent(ended -> {
            overdue.ended(ended, clock.instant());
            ledger.expectedAnswers().ended(ended);
        });
        return next.isPresent();
    }
}
