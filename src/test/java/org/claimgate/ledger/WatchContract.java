package org.claimgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.claimgate.ledger.OutboxStore.Told;
import org.claimgate.response.AwaitedAnswer;
import org.claimgate.response.ClaimState;
import org.junit.jupiter.api.Test;

/** What every database must do for deadlines, for what people do, and for what needs attention. */
abstract class WatchContract extends InboxContract {

    private static final AwaitedAnswer ANSWER = AwaitedAnswer.SET_ACKNOWLEDGMENT;

    @Test
    void whatIsOwedIsWrittenDownOnceWhenItIsVisibleAndIsDueFromItsMomentOn() {
        StoredInterchange interchange = batch(claim("a"));
        assertThat(unwatched()).isEmpty();
        visible(interchange);

        owe(interchange);

        assertThat(unwatched()).isEmpty();
        assertThat(due()).isEmpty();
        pass(Duration.ofHours(1));
        assertThat(due()).map(ExpectedAnswer::answer).contains(ANSWER);
        ledger.inTransaction(() -> ledger.expectedAnswers().ended(due().orElseThrow()));
        assertThat(due()).isEmpty();
    }

    @Test
    void whatIsOverdueEndsWhenNoClaimOfTheInterchangeWaits() {
        StoredClaim one = claim("a");
        StoredClaim other = claim("b");
        StoredInterchange interchange = batch(one, other);
        visible(interchange);
        owe(interchange);
        pass(Duration.ofHours(1));
        ledger.inTransaction(() -> {
            ledger.claims().lockInterchange(interchange.id()).forEach(claim -> ledger.claims()
                    .overdue(claim, Set.of(ANSWER, AwaitedAnswer.PAYMENT), event(claim.state(), "OVERDUE_999")));
            ledger.expectedAnswers().overdue(due().orElseThrow());
        });
        AttentionQueries.OverdueAnswer shown = ledger.attention().overdue(10).get(0);
        assertThat(shown.claims()).isEqualTo(2);
        assertThat(shown.fileName()).isEqualTo("a.x12");

        waitFor(one, Set.of());
        assertThat(endable()).isEmpty();
        waitFor(other, Set.of(AwaitedAnswer.PAYMENT));
        assertThat(endable()).map(ExpectedAnswer::answer).contains(ANSWER);
        assertThat(ledger.attention().overdue(10)).isEmpty();
        assertThat(ledger.expectedAnswers().eventKinds(interchange).get(one.id()))
                .containsExactlyInAnyOrder("TAKEN_IN", "BATCHED", "OVERDUE_999", "ENDED");
    }

    @Test
    void whatReadAClaimBeforeItBecameOverdueDoesItsStepAgain() {
        StoredClaim read = claim("a");
        ledger.claims().overdue(read, Set.of(ANSWER), event(read.state(), "OVERDUE_999"));

        assertThatThrownBy(() -> ledger.claims().advance(read, event(read.state(), "ACCEPTED_999")))
                .isInstanceOfSatisfying(
                        LedgerException.class, e -> assertThat(e.kind()).isEqualTo(LedgerException.Kind.BUSY));
    }

    @Test
    void anAnswerThatIsReadWhileItIsJudgedIsSeenOrSeesThatItIsOverdue() throws Exception {
        StoredInterchange interchange = batch(claim("a"), claim("b"), claim("c"), claim("d"));
        for (StoredClaim claim : ledger.claims().ofInterchange(interchange.id())) {
            CountDownLatch together = new CountDownLatch(2);
            AtomicBoolean first = new AtomicBoolean();
            inParallel(2, () -> {
                if (first.compareAndSet(false, true)) {
                    again(() -> judge(interchange, claim, together));
                } else {
                    again(() -> answer(claim, together));
                }
                return null;
            });
            assertThat(ledger.claims().find(claim.id()).orElseThrow().overdue()).isEmpty();
        }
    }

    private void judge(StoredInterchange interchange, StoredClaim judged, CountDownLatch together) {
        meet(together);
        ledger.claims().lockInterchange(interchange.id());
        Set<String> kinds = ledger.expectedAnswers().eventKinds(interchange).get(judged.id());
        if (kinds.stream().noneMatch(ANSWER::isEndedBy)) {
            StoredClaim now = ledger.claims().find(judged.id()).orElseThrow();
            ledger.claims().overdue(now, Set.of(ANSWER), event(now.state(), "OVERDUE_999"));
        }
    }

    private void answer(StoredClaim claim, CountDownLatch together) {
        StoredClaim read = ledger.claims().find(claim.id()).orElseThrow();
        meet(together);
        StoredClaim answered = ledger.claims().advance(read, event(read.state(), "ACCEPTED_999"));
        if (!answered.overdue().isEmpty()) {
            ledger.claims().overdue(answered, Set.of(), event(answered.state(), "OVERDUE_999_ENDED"));
        }
    }

    /** Whoever comes a second time waits for nobody. */
    private static void meet(CountDownLatch together) {
        together.countDown();
        try {
            assertThat(together.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a route does it. */
    private void again(Runnable step) {
        while (true) {
            try {
                ledger.inTransaction(step);
                return;
            } catch (LedgerException e) {
                if (!e.mayHeal()) {
                    throw e;
                }
            }
        }
    }

    @Test
    void aFileThatIsReadAgainHasItsControlNumbersFree() {
        InboxFile file = ledger.inbox().store("partner", "a", NOON, new byte[] {1});
        assertThat(ledger.inbox().takeControlNumber(file, "ZZ A", "ZZ B", "000000001"))
                .isTrue();
        ledger.inbox().finished(file.id(), InboxFile.State.QUARANTINED, "unreadable");
        assertThat(ledger.attention().quarantined(10)).extracting(InboxFile::id).containsExactly(file.id());

        ledger.inTransaction(() -> ledger.inbox().retry(ledger.inbox().lock("a").get(0)));

        InboxFile again = ledger.inTransaction(() -> ledger.inbox().lockNext().orElseThrow());
        assertThat(again.readings()).isEqualTo(2);
        assertThat(ledger.inbox().takeControlNumber(again, "ZZ A", "ZZ B", "000000001"))
                .isTrue();
        assertThat(ledger.attention().unread()).containsExactly(new AttentionQueries.Queue("partner", 1, NOON));
        ledger.inbox().setAside(again);
        assertThat(ledger.inbox().named(String.valueOf(file.id())))
                .extracting(InboxFile::state)
                .containsExactly(InboxFile.State.SET_ASIDE);
    }

    @Test
    void anInterchangeOnHoldMayGoEachWay() {
        StoredClaim claim = claim("a");
        StoredInterchange interchange = batch(claim);
        assertThat(ledger.attention().undelivered()).containsExactly(new AttentionQueries.Queue("partner", 1, NOON));
        StoredInterchange held = ledger.interchanges().hold(staged(interchange), "its name is taken");
        assertThat(ledger.attention().held(10)).containsExactly(held);

        StoredInterchange aside = ledger.interchanges().setAside(held);
        assertThat(ledger.attention().held(10)).isEmpty();
        assertThat(ledger.queries().oldestUnsent()).isEmpty();
        assertThat(ledger.queries().activity("partner").unsent()).isZero();
        StoredInterchange ready = ledger.interchanges().repeat(aside);
        assertThat(ready.state()).isEqualTo(StoredInterchange.State.READY);
        assertThat(ready.note()).isNull();
        assertThat(ledger.queries().oldestUnsent()).isPresent();
        StoredInterchange again = ledger.interchanges().hold(staged(ready), "its name is taken");
        assertThat(ledger.interchanges().confirmed(again).visibleAt()).isEqualTo(NOON);
        assertThat(ledger.interchanges().named("a.x12")).hasSize(1);
        assertThat(ledger.interchanges().areAnswers(1)).isFalse();
    }

    @Test
    void messagesAreFoundByWhatTheyAreAboutAndReplaysAreNot() {
        InboxFile file = ledger.inbox().store("partner", "a", NOON, new byte[] {1});
        OutgoingMessage ofFile = about("one", "claim");
        ledger.outbox().add(ofFile, file);
        ledger.outbox().add(about("two", "another"));
        ledger.outbox().addReplay(ofFile.again("replay", "{}", NOON), 1);

        assertThat(ids(Told.ofSubject("claim", "another type"))).containsExactly("one");
        assertThat(ids(Told.ofFile(file.id()))).containsExactly("one");
        assertThat(ids(Told.between(NOON, NOON.plusMillis(1)))).containsExactly("one", "two");
        assertThat(ids(Told.between(NOON.minusMillis(1), NOON))).isEmpty();
        assertThat(ledger.inTransaction(() -> ledger.outbox().lockUnpublished(10)))
                .hasSize(3);
    }

    @Test
    void anActIsKeptWithWhoWhenAndWhy() {
        InboxFile file = ledger.inbox().store("partner", "a", NOON, new byte[] {1});
        StoredInterchange interchange = batch(claim("a"));
        Act first = ledger.acts().ofFile(file, Act.Kind.FILE_SET_ASIDE, "pat", "because");
        Act second = ledger.acts().ofInterchange(interchange, Act.Kind.DELIVERY_REPEATED, "pat", "x".repeat(600));
        Act third = ledger.acts().ofMessages("claim c", "kim", "lost");

        assertThat(first)
                .isEqualTo(new Act(first.id(), NOON, "pat", Act.Kind.FILE_SET_ASIDE, "a of partner", "because"));
        assertThat(second.reason()).hasSize(500);
        assertThat(ledger.acts().latest(2)).containsExactly(third, second);
        assertThat(ledger.acts().onFile(file.id())).containsExactly(first);
        assertThat(ledger.acts().onInterchange(interchange.id())).containsExactly(second);
    }

    private StoredClaim claim(String content) {
        return insert("sender", content, ClaimState.READY).claim();
    }

    private StoredInterchange staged(StoredInterchange interchange) {
        StoredInterchange taken =
                ledger.interchanges().take(Turn.at(ledger, "partner")).orElseThrow();
        assertThat(taken.id()).isEqualTo(interchange.id());
        return ledger.interchanges().staged(ledger.interchanges().uploading(taken, ".tmp" + taken.attempt()));
    }

    private void visible(StoredInterchange interchange) {
        ledger.interchanges().visible(staged(interchange), false);
    }

    private void owe(StoredInterchange interchange) {
        ledger.inTransaction(() -> {
            assertThat(unwatched()).map(StoredInterchange::id).contains(interchange.id());
            ledger.expectedAnswers().insert(interchange, ANSWER, NOON.plus(Duration.ofHours(1)));
            ledger.expectedAnswers().watched(interchange);
        });
    }

    private void waitFor(StoredClaim claim, Set<AwaitedAnswer> answers) {
        StoredClaim now = ledger.claims().find(claim.id()).orElseThrow();
        ledger.claims().overdue(now, answers, event(now.state(), "ENDED"));
    }

    private Optional<StoredInterchange> unwatched() {
        return ledger.inTransaction(() -> ledger.expectedAnswers().lockUnwatched());
    }

    private Optional<ExpectedAnswer> due() {
        return ledger.inTransaction(() -> ledger.expectedAnswers().lockDue());
    }

    private Optional<ExpectedAnswer> endable() {
        return ledger.inTransaction(() -> ledger.expectedAnswers().lockOverdueThatNoClaimWaitsFor());
    }

    private static OutgoingMessage about(String id, String subject) {
        return new OutgoingMessage(id, "queue", "type", "partner", "SENT", subject, "{}", NOON);
    }

    private List<String> ids(Told told) {
        return ledger.outbox().originals(told, 0, 10).stream()
                .map(waiting -> waiting.message().duplicateId())
                .toList();
    }
}
