package org.claimgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

/** What every database must do with messages that wait. */
abstract class OutboxContract extends WatchContract {

    @Test
    void messagesComeOutInOrderOnceAndToOneAtATime() throws Exception {
        for (int i = 0; i < 5; i++) {
            ledger.outbox().add(message("id " + i));
        }
        ledger.outbox().add(message("id 3"));
        CyclicBarrier bothLooked = new CyclicBarrier(2);

        List<List<OutboxStore.Waiting>> found = inParallel(
                2,
                () -> ledger.inTransaction(() -> {
                    List<OutboxStore.Waiting> mine = ledger.outbox().lockUnpublished(3);
                    await(bothLooked);
                    ledger.outbox().published(mine);
                    return mine;
                }));

        assertThat(found).extracting(List::size).containsExactlyInAnyOrder(3, 0);
        assertThat(ledger.inTransaction(() -> ledger.outbox().lockUnpublished(50)))
                .extracting(waiting -> waiting.message().duplicateId())
                .containsExactly("id 3", "id 4");
        assertThat(ledger.queries().backlog()).isEqualTo(new Queries.Backlog(2, NOON));
    }

    @Test
    void aMessageWaitsOnceAndNotAgainWhenItHasBeenSent() {
        ledger.inTransaction(() -> {
            ledger.outbox().add(message("id"));
            ledger.outbox().add(message("id"));
        });
        ledger.inTransaction(() -> {
            List<OutboxStore.Waiting> first = ledger.outbox().lockUnpublished(10);
            assertThat(first).hasSize(1);
            ledger.outbox().published(first);
            ledger.outbox().add(message("id"));
        });

        assertThat(ledger.inTransaction(() -> ledger.outbox().lockUnpublished(10)))
                .isEmpty();
        assertThat(ledger.queries().backlog().messages()).isZero();
    }

    @Test
    void longMessagesComeOutFewAtATime() {
        String body = "x".repeat(100_000);
        ledger.inTransaction(() -> {
            for (int i = 0; i < 120; i++) {
                ledger.outbox().add(new OutgoingMessage("id " + i, "queue", "type", "partner", "SENT", "", body, NOON));
            }
        });
        List<OutboxStore.Waiting> first = ledger.inTransaction(() -> {
            List<OutboxStore.Waiting> some = ledger.outbox().lockUnpublished(500);
            ledger.outbox().published(some);
            return some;
        });
        List<OutboxStore.Waiting> rest =
                ledger.inTransaction(() -> ledger.outbox().lockUnpublished(500));

        assertThat(first).hasSize(100);
        assertThat(rest)
                .hasSize(20)
                .first()
                .extracting(waiting -> waiting.message().duplicateId())
                .isEqualTo("id 100");
    }

    @Test
    void messagesOfOneFileArePostedTogetherOnceAndByOneAtATime() throws Exception {
        for (String id : List.of("file:a:1", "file:b:1", "file:a:2", "file:a:3", "claim:x:REFUSED")) {
            ledger.outbox().add(message(id));
        }
        String queue = message("").queue();
        CyclicBarrier bothLooked = new CyclicBarrier(2);

        List<List<OutboxStore.Waiting>> found = inParallel(
                2,
                () -> ledger.inTransaction(() -> {
                    List<OutboxStore.Waiting> mine = ledger.outbox().lockUnposted(queue, 2);
                    await(bothLooked);
                    ledger.outbox().posted(mine, "a writing");
                    return mine;
                }));

        assertThat(found).extracting(List::size).containsExactlyInAnyOrder(2, 0);
        assertThat(ledger.inTransaction(() -> ledger.outbox().lockUnposted("another", 2)))
                .isEmpty();
        assertThat(postedNext(queue)).containsExactly("file:b:1");
        assertThat(postedNext(queue)).containsExactly("file:a:3");
        assertThat(postedNext(queue)).isEmpty();
    }

    private List<String> postedNext(String queue) {
        return ledger.inTransaction(() -> {
            List<OutboxStore.Waiting> next = ledger.outbox().lockUnposted(queue, 2);
            ledger.outbox().posted(next, "a writing");
            return next.stream().map(waiting -> waiting.message().duplicateId()).toList();
        });
    }
}
