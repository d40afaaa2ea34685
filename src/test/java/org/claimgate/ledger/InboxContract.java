package org.claimgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

/** What every database must do with received files. */
abstract class InboxContract extends LeaseContract {

    @Test
    void theSameFileIsStoredOnceAndTheSameContentIsADuplicate() {
        byte[] bytes = "answer".getBytes(StandardCharsets.US_ASCII);
        InboxFile first = ledger.inbox().store("partner", "a.835", NOON, bytes);
        InboxFile again = ledger.inbox().store("partner", "a.835", NOON, bytes);
        InboxFile renamed = ledger.inbox().store("partner", "b.835", NOON, bytes);
        InboxFile renamedAgain = ledger.inbox().store("partner", "c.835", NOON, bytes);

        assertThat(first.state()).isEqualTo(InboxFile.State.FETCHED);
        assertThat(again).isEqualTo(first);
        assertThat(renamed.state()).isEqualTo(InboxFile.State.DUPLICATE);
        assertThat(renamedAgain.state()).isEqualTo(InboxFile.State.DUPLICATE);
        assertThat(ledger.inbox().bytes(renamed.id())).isEqualTo(bytes);
        assertThat(first.disposed()).isFalse();
        ledger.inbox().disposed(first.id());
        assertThat(ledger.inbox()
                        .find("partner", "a.835", bytes.length, NOON)
                        .orElseThrow()
                        .disposed())
                .isTrue();
    }

    @Test
    void theSameContentStoredTwiceAtOnceIsInterpretedOnce() throws Exception {
        byte[] bytes = "answer".getBytes(StandardCharsets.US_ASCII);
        List<String> names = new ArrayList<>(List.of("a", "b", "c", "d"));
        List<InboxFile> files = inParallel(4, () -> {
            String name;
            synchronized (names) {
                name = names.remove(0);
            }
            return ledger.durably(() -> ledger.inbox().store("partner", name, NOON, bytes));
        });

        assertThat(files)
                .filteredOn(file -> file.state() == InboxFile.State.FETCHED)
                .hasSize(1);
        assertThat(files)
                .filteredOn(file -> file.state() == InboxFile.State.DUPLICATE)
                .hasSize(3);
    }

    @Test
    void aLargeFileComesBackWholeAndIsReadOnceByOne() throws Exception {
        byte[] bytes = new byte[3_000_000];
        new Random(1).nextBytes(bytes);
        InboxFile file = ledger.durably(() -> ledger.inbox().store("partner", "large", NOON, bytes));
        assertThat(ledger.inbox().open(file.id()).readAllBytes()).isEqualTo(bytes);
        CyclicBarrier bothLooked = new CyclicBarrier(2);

        List<Boolean> taken = inParallel(
                2,
                () -> ledger.inTransaction(() -> {
                    boolean mine = ledger.inbox().lockNext().isPresent();
                    await(bothLooked);
                    return mine;
                }));
        assertThat(taken).containsExactlyInAnyOrder(true, false);
        ledger.inbox().finished(file.id(), InboxFile.State.INTERPRETED, "1 interchange");
        assertThat(ledger.inbox().lockNext()).isEmpty();
        InboxFile read = ledger.inbox().find(file.id()).orElseThrow();
        assertThat(read.note()).isEqualTo("1 interchange");
        assertThat(read.interpretedAt()).isEqualTo(NOON);
    }

    @Test
    void aControlNumberIsTakenOnceByPartnerSenderAndReceiver() {
        InboxFile file = received("partner", "a.835");

        assertThat(take(file, "ZZ PAYER", "000000115")).isTrue();
        assertThat(take(file, "ZZ PAYER", "000000115")).isFalse();
        assertThat(take(received("partner", "b.835"), "ZZ PAYER", "000000115")).isFalse();
        assertThat(take(file, "ZZ PAYER", "000000116")).isTrue();
        assertThat(take(file, "30 PAYER", "000000115")).isTrue();
        assertThat(ledger.inbox().takeControlNumber(file, "ZZ PAYER", "ZZ OTHERS", "000000115"))
                .isTrue();
        assertThat(take(received("other-partner", "c.835"), "ZZ PAYER", "000000115"))
                .isTrue();
    }

    @Test
    void aControlNumberIsForgottenAfterHalfAYear() {
        InboxFile file = received("partner", "a.835");
        take(file, "ZZ PAYER", "000000115");

        pass(Duration.ofDays(180));
        assertThat(take(file, "ZZ PAYER", "000000115")).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(take(file, "ZZ PAYER", "000000115")).isTrue();
        pass(Duration.ofDays(180));
        assertThat(take(file, "ZZ PAYER", "000000115")).isFalse();
    }

    @Test
    void aControlNumberOfATransactionThatFailedIsFree() {
        InboxFile file = received("partner", "a.835");
        assertThatThrownBy(() -> ledger.inTransaction(() -> {
                    take(file, "ZZ PAYER", "000000115");
                    throw new IllegalStateException("late");
                }))
                .hasMessage("late");

        assertThat(take(file, "ZZ PAYER", "000000115")).isTrue();
    }

    @Test
    void aControlNumberThatComesTwiceAtOnceIsTakenByOne() throws Exception {
        InboxFile file = received("partner", "a.835");
        CyclicBarrier together = new CyclicBarrier(4);
        Callable<Boolean> taking = () -> ledger.inTransaction(() -> {
            await(together);
            return take(file, "ZZ PAYER", "000000115");
        });

        assertThat(inParallel(4, taking)).containsOnlyOnce(true);
        pass(Duration.ofDays(181));
        assertThat(inParallel(4, taking)).containsOnlyOnce(true);
    }

    @Test
    void whateverASenderCallsItselfItsControlNumberIsTaken() {
        InboxFile file = received("partner", "a.835");

        assertThat(take(file, "\u0000Z " + "x".repeat(300), "000000115")).isTrue();
    }

    private InboxFile received(String partner, String name) {
        return ledger.inbox().store(partner, name, NOON, name.getBytes(StandardCharsets.US_ASCII));
    }

    private boolean take(InboxFile file, String sender, String controlNumber) {
        return ledger.inbox().takeControlNumber(file, sender, "ZZ US", controlNumber);
    }

    @Test
    void aFileThatHasBeenReadIsNotTakenAgain() {
        InboxFile file = ledger.inbox().store("partner", "a.835", NOON, new byte[] {1});
        assertThat(ledger.inbox().lock(file.id())).contains(file);
        ledger.inbox().finished(file.id(), InboxFile.State.INTERPRETED, "read by another");
        assertThat(ledger.inbox().lock(file.id())).isEmpty();
        assertThat(ledger.inbox().lockNext()).isEmpty();
    }
}
