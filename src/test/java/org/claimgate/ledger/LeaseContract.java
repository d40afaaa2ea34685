package org.claimgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import org.claimgate.response.ClaimState;
import org.junit.jupiter.api.Test;

/** What every database must do with leases, and with interchanges that are delivered under them. */
abstract class LeaseContract extends LedgerFixture {

    private static final Duration LONG = Duration.ofHours(1);
    /** Over before it has begun: what becomes of it is what becomes of one that was not renewed. */
    private static final Duration OVER = Duration.ofSeconds(-1);

    @Test
    void aPartnerIsHeldByOneNodeUntilItsLeaseExpires() {
        Lease first = lease("north", OVER);
        assertThat(ledger.leases().isHeld(first)).isTrue();
        assertThat(ledger.leases().holders()).isEmpty();

        Lease second = lease("south", LONG);
        assertThat(second.epoch()).isGreaterThan(first.epoch());
        assertThat(ledger.leases().isHeld(first)).isFalse();
        assertThat(ledger.leases().isHeld(second)).isTrue();
        assertThat(ledger.leases().take("partner", "north", LONG)).isEmpty();
        assertThat(ledger.leases().holders()).isEqualTo(Map.of("partner", "south"));
    }

    @Test
    void whatIsRenewedStaysAndWhatWasTakenMeanwhileIsNotRenewed() {
        Lease kept = lease("north", OVER);
        Lease lost = ledger.leases().take("another partner", "north", OVER).orElseThrow();
        assertThat(ledger.leases().take("another partner", "south", LONG)).isPresent();

        assertThat(ledger.leases().renew("north", LONG)).containsExactly(kept);
        assertThat(ledger.leases().take("partner", "south", LONG)).isEmpty();
        assertThat(ledger.leases().isHeld(lost)).isFalse();
    }

    @Test
    void whatIsGivenBackMayBeTakenAtOnceUnderAnotherEpoch() {
        Lease first = lease("north", LONG);
        ledger.leases().release("north");
        assertThat(ledger.leases().isHeld(first)).isFalse();
        Lease again = lease("north", LONG);
        assertThat(again.epoch()).isGreaterThan(first.epoch());
        assertThat(ledger.leases().isHeld(first)).isFalse();
    }

    /** Its holder may be dead, and an hour long nobody would serve the partner. */
    @Test
    void aLeaseThatTheDatabasesClockWasSetBackUnderIsNotWaitedFor() {
        Lease early = lease("north", LONG);
        assertThat(ledger.leases().take("partner", "south", Duration.ofMinutes(31)))
                .isEmpty();
        assertThat(ledger.leases().take("partner", "south", Duration.ofSeconds(20)))
                .isPresent();
        assertThat(ledger.leases().isHeld(early)).isFalse();
    }

    /** The ledger's own clock stands still here: leases are judged by the database's. */
    @Test
    void theClockOfANodeDoesNotMatter() {
        lease("north", LONG);
        pass(Duration.ofDays(365));
        assertThat(ledger.leases().take("partner", "south", LONG)).isEmpty();
    }

    @Test
    void ofManyWhoWantAPartnerOneGetsIt() throws Exception {
        CyclicBarrier together = new CyclicBarrier(4);
        List<Optional<Lease>> taken = inParallel(4, () -> {
            await(together);
            return ledger.leases().take("partner", Thread.currentThread().getName(), LONG);
        });
        assertThat(taken).filteredOn(Optional::isPresent).hasSize(1);
    }

    @Test
    void anInterchangeIsTakenByWhoHoldsItsPartnerAndMovesStepByStep() {
        StoredInterchange stored = batch(insert("sender", "a", ClaimState.READY).claim());
        InterchangeStore interchanges = ledger.interchanges();
        Lease lease = lease("north", LONG);
        Lease another = ledger.leases().take("another", "north", LONG).orElseThrow();

        StoredInterchange taken = interchanges.take(lease).orElseThrow();
        assertThat(taken.id()).isEqualTo(stored.id());
        assertThat(interchanges.take(another)).isEmpty();
        StoredInterchange staged = interchanges.staged(interchanges.uploading(taken, ".a.1.tmp"));
        assertThat(staged.tempName()).isEqualTo(".a.1.tmp");
        StoredInterchange visible = interchanges.visible(staged, false);
        assertThat(visible.state()).isEqualTo(StoredInterchange.State.VISIBLE);
        assertThat(visible.visibleAt()).isEqualTo(NOON);
        assertThat(interchanges.take(lease)).isEmpty();
        assertThat(interchanges.bytes(stored.id())).isEqualTo("ISA".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void whoWasOvertakenTakesNoInterchangeAndMovesNone() {
        batch(insert("sender", "a", ClaimState.READY).claim());
        InterchangeStore interchanges = ledger.interchanges();
        Lease old = lease("north", OVER);
        StoredInterchange frozen = interchanges.uploading(interchanges.take(old).orElseThrow(), ".a.1.tmp");
        Lease current = lease("south", LONG);
        StoredInterchange next = interchanges.take(current).orElseThrow();

        assertThat(next.tempName()).isEqualTo(".a.1.tmp");
        assertThat(interchanges.take(old)).isEmpty();
        assertBusy(() -> interchanges.staged(frozen));
        assertThat(interchanges.take(current)).isPresent();
        assertBusy(() -> interchanges.uploading(next, ".a.2.tmp"));
    }

    @Test
    void anInterchangeOnHoldIsNotTaken() {
        batch(insert("sender", "a", ClaimState.READY).claim());
        InterchangeStore interchanges = ledger.interchanges();
        Lease lease = lease("north", LONG);
        StoredInterchange taken = interchanges.take(lease).orElseThrow();
        StoredInterchange held =
                interchanges.hold(interchanges.staged(interchanges.uploading(taken, ".t")), "both names exist");

        assertThat(held.note()).isEqualTo("both names exist");
        assertThat(interchanges.take(lease)).isEmpty();
    }

    private Lease lease(String node, Duration time) {
        return ledger.leases().take("partner", node, time).orElseThrow();
    }

    private static void assertBusy(Runnable move) {
        assertThatThrownBy(move::run).isInstanceOfSatisfying(LedgerException.class, e -> assertThat(e.kind())
                .isEqualTo(LedgerException.Kind.BUSY));
    }
}
