package org.claimgate.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.claimgate.ledger.ClaimStore.Inserted;
import org.claimgate.ledger.NewInterchange.TransactionSetNumbers;
import org.claimgate.ledger.StoredClaim.Position;
import org.claimgate.response.ClaimState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An open ledger for each test, and what tests of it need. */
abstract class LedgerFixture {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    Ledger ledger;
    private volatile Instant now = NOON;

    abstract Ledger openEmpty(Clock clock) throws Exception;

    @BeforeEach
    void open() throws Exception {
        ledger = openEmpty(((InstantSource) () -> now).withZone(ZoneOffset.UTC));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    Inserted insert(String sender, String content, ClaimState state) {
        NewClaim claim = new NewClaim(
                ledger.claims().newId(),
                sender,
                Hashes.sha256(content.getBytes(StandardCharsets.UTF_8)),
                "professional-claim",
                "partner",
                "T",
                content,
                state,
                JSON.objectNode(),
                JSON.arrayNode());
        return ledger.claims().insert(claim, event(state, "TAKEN_IN"));
    }

    static ClaimEvent event(ClaimState state, String kind) {
        return ClaimEvent.own(NOON, state, kind, null, "nothing to see");
    }

    StoredInterchange batch(StoredClaim... claims) {
        return ledger.inTransaction(() -> {
            StoredInterchange interchange =
                    ledger.interchanges().insert(interchange("000000001", "a.x12", claims.length));
            for (int i = 0; i < claims.length; i++) {
                Position position = new Position(interchange.id(), "000000001", "1", "0001", "000000001", i);
                ClaimEvent event = ClaimEvent.own(NOON, ClaimState.BATCHED, "BATCHED", interchange.id(), "batched");
                ledger.claims().batched(claims[i], position, JSON.objectNode().put("n", i), event);
            }
            return interchange;
        });
    }

    static NewInterchange interchange(String isa13, String fileName, int claims) {
        return new NewInterchange(
                "partner",
                isa13,
                "1",
                fileName,
                "professional-claim",
                "T",
                "ISA".getBytes(StandardCharsets.US_ASCII),
                List.of(new TransactionSetNumbers("0001", "000000001", claims)));
    }

    static OutgoingMessage message(String id) {
        return new OutgoingMessage(id, "queue", "type", "partner", "SENT", "", "{}", NOON);
    }

    static <T> List<T> inParallel(int threads, Callable<T> work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                futures.add(executor.submit(work));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get(30, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }

    static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
