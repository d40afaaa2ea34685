package org.claimgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.claimgate.claim.Pointers;
import org.claimgate.ledger.ClaimStore.Inserted;
import org.claimgate.ledger.StoredClaim.Position;
import org.claimgate.response.ClaimState;
import org.junit.jupiter.api.Test;

/** What every database must do. */
abstract class LedgerContract extends OutboxContract {

    @Test
    void theSameContentFromTheSameSenderIsTheFirstClaim() {
        Inserted first = insert("sender", "a", ClaimState.READY);
        Inserted again = insert("sender", "a", ClaimState.REFUSED);
        Inserted other = insert("other sender", "a", ClaimState.READY);

        assertThat(first.duplicate()).isFalse();
        assertThat(again.duplicate()).isTrue();
        assertThat(again.claim()).isEqualTo(first.claim());
        assertThat(other.duplicate()).isFalse();
        assertThat(ledger.claims().events(first.claim().id())).hasSize(1);
    }

    @Test
    void theSameContentHandedInTwiceAtOnceIsOneClaim() throws Exception {
        List<Inserted> results = inParallel(4, () -> ledger.durably(4, () -> insert("sender", "a", ClaimState.READY)));

        assertThat(results).filteredOn(result -> !result.duplicate()).hasSize(1);
        assertThat(results)
                .extracting(result -> result.claim().id())
                .containsOnly(results.get(0).claim().id());
    }

    @Test
    void theFirstRequestUnderAKeyIsAnsweredAndTheAnswerKeptUntilTheKeyIsForgotten() {
        assertThat(answered("sender", "key", "[1]")).isTrue();
        assertThat(answered("sender", "key", "[2]")).isFalse();
        assertThat(answered("other sender", "key", "[3]")).isTrue();
        assertThat(ledger.keyedRequests().answer("sender", "key"))
                .isEqualTo(new KeyedRequestStore.Answered(Hashes.sha256(new byte[] {1}), 202, "[1]"));

        assertThat(ledger.keyedRequests().forget(NOON)).isZero();
        assertThat(ledger.keyedRequests().forget(NOON.plusSeconds(1))).isEqualTo(2);
        assertThat(answered("sender", "key", "[4]")).isTrue();
    }

    @Test
    void ofTwoRequestsUnderAKeyAtOnceOneIsAnswered() throws Exception {
        assertThat(inParallel(4, () -> answered("sender", "key", "[]"))).containsOnlyOnce(true);
    }

    private boolean answered(String sender, String key, String answer) {
        return ledger.durably(4, () -> {
            boolean taken = ledger.keyedRequests().take(sender, key, Hashes.sha256(new byte[] {1}));
            if (taken) {
                ledger.keyedRequests().put(sender, key, 202, answer);
            }
            return taken;
        });
    }

    @Test
    void aClaimComesBackAsItWentIn() {
        ObjectNode document = JSON.objectNode().put("amount", "100.10").put("text", "ä€");
        NewClaim claim = new NewClaim(
                ledger.claims().newId(),
                "sender",
                Hashes.sha256(new byte[] {1}),
                "professional-claim",
                "partner",
                "T",
                "PCN-1",
                ClaimState.REFUSED,
                document,
                JSON.arrayNode().add(JSON.objectNode().put("code", "JSON:type")));
        ObjectNode detail = JSON.objectNode().put("reason", "x");
        ClaimEvent event = new ClaimEvent(NOON, ClaimState.REFUSED, "TAKEN_IN", null, null, "refused", detail);
        ledger.claims().insert(claim, event);

        StoredClaim stored = ledger.claims().find(claim.id()).orElseThrow();
        assertThat(stored)
                .isEqualTo(new StoredClaim(
                        claim.id(),
                        "sender",
                        claim.contentHash(),
                        "professional-claim",
                        "partner",
                        "T",
                        "PCN-1",
                        "PCN-1",
                        null,
                        ClaimState.REFUSED,
                        NOON,
                        Set.of(),
                        null,
                        null,
                        null));
        assertThat(ledger.claims().document(claim.id())).isEqualTo(document);
        assertThat(ledger.claims().written(claim.id())).isNull();
        assertThat(ledger.claims().issues(claim.id())).isEqualTo(claim.issues());
        assertThat(ledger.claims().events(claim.id())).containsExactly(event);
    }

    @Test
    void whereTheFieldsStoodInWhatWasHandedInIsKept() {
        NewClaim moved = new NewClaim(
                ledger.claims().newId(),
                "sender",
                Hashes.sha256(new byte[] {1}),
                "professional-claim",
                "partner",
                "T",
                "PCN-1",
                ClaimState.READY,
                JSON.objectNode(),
                new Pointers(Map.of("/billing", "/providers/0")),
                JSON.arrayNode(),
                null,
                null);
        ledger.claims().insert(moved, ClaimEvent.own(NOON, ClaimState.READY, "TAKEN_IN", null, "taken in"));

        assertThat(ledger.claims().pointers(moved.id()).sent("/billing/npi")).isEqualTo("/providers/0/npi");
        assertThat(ledger.claims().pointers(moved.id()).sent("/subscriber")).isEqualTo("/subscriber");
        assertThat(ledger.claims().pointers("nobody").sent("/billing/npi")).isEqualTo("/billing/npi");
    }

    @Test
    void aClaimInThePlaceOfAnotherIsFoundByTheNumberThatItIsSentUnder() {
        StoredClaim earlier = insert("billing", "100", ClaimState.READY).claim();
        NewClaim corrected = new NewClaim(
                ledger.claims().newId(),
                "billing",
                Hashes.sha256(new byte[] {2}),
                "professional-claim",
                "partner",
                "T",
                "100",
                ClaimState.READY,
                JSON.objectNode(),
                new Pointers(),
                JSON.arrayNode(),
                earlier.id(),
                "100R1");
        StoredClaim stored = ledger.claims()
                .insert(corrected, event(ClaimState.READY, "TAKEN_IN"))
                .claim();
        ledger.claims().replaced(earlier, corrected.id(), event(ClaimState.WITHDRAWN, "WITHDRAWN"));

        assertThat(ledger.claims().find(corrected.id())).contains(stored);
        assertThat(stored.patientControlNumber()).isEqualTo("100");
        assertThat(stored.sentControlNumber()).isEqualTo("100R1");
        assertThat(stored.replaces()).isEqualTo(earlier.id());
        assertThat(ledger.claims().find(earlier.id()).orElseThrow().replacedBy())
                .isEqualTo(corrected.id());
        assertThat(ledger.claims().handedInAs("billing", "100"))
                .extracting(StoredClaim::id)
                .containsExactly(earlier.id());
        assertThat(ledger.claims().handedInAs("another", "100")).isEmpty();
        assertThat(ledger.claims().mayHaveLeft(stored)).isFalse();
        assertThat(ledger.claims().isSentUnder("100r1", earlier)).isTrue();
        assertThat(ledger.claims().isSentUnder("100R1", stored))
                .as("while it waits it can be withdrawn")
                .isFalse();
        assertThat(ledger.claims().isSentUnder("100", stored)).isFalse();

        batch(stored);
        assertThat(ledger.claims().byPatientControlNumber("100R1"))
                .extracting(StoredClaim::id)
                .containsExactly(corrected.id());
        assertThat(ledger.claims().isSentUnder("100R1", stored)).isTrue();
    }

    @Test
    void whateverARefusedClaimHoldsCanBeStored() {
        String wild = "\u0000\ud800" + "x".repeat(5000);
        NewClaim claim = new NewClaim(
                ledger.claims().newId(),
                "sender",
                Hashes.sha256(new byte[] {1}),
                null,
                null,
                wild,
                wild,
                ClaimState.REFUSED,
                JSON.objectNode().put("text", wild),
                JSON.arrayNode());

        StoredClaim stored = ledger.claims()
                .insert(claim, ClaimEvent.own(NOON, ClaimState.REFUSED, "REFUSED", null, wild))
                .claim();

        assertThat(stored.usageIndicator()).isNull();
        assertThat(stored.patientControlNumber()).isEqualTo("x".repeat(60));
        assertThat(ledger.claims().document(claim.id()).path("text").asText()).endsWith("x".repeat(5000));
        assertThat(ledger.claims().byPatientControlNumber(wild)).isEmpty();
    }

    @Test
    void aFailedTransactionLeavesNothing() {
        assertThatThrownBy(() -> ledger.inTransaction(() -> {
                    insert("sender", "a", ClaimState.READY);
                    ledger.controlNumbers().batchReference();
                    throw new IllegalStateException("late");
                }))
                .hasMessage("late");

        assertThat(ledger.queries().claims(0, 10)).isEmpty();
        assertThat(ledger.controlNumbers().batchReference()).isEqualTo("000000001");
    }

    @Test
    void aPromiseInsideATransactionIsRefused() {
        assertThatThrownBy(() -> ledger.inTransaction(() -> ledger.durably(() -> 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void waitingClaimsAreCountedByPartnerVocabularyAndUsage() {
        insert("sender", "a", ClaimState.READY);
        insert("sender", "b", ClaimState.READY);
        insert("sender", "c", ClaimState.REFUSED);

        assertThat(ledger.claims().waiting())
                .containsExactly(new ClaimStore.Waiting("partner", "professional-claim", "T", false, 2, NOON));
    }

    /** Identifiers are made while claims are judged side by side. */
    @Test
    void claimsThatWaitAreLockedInTheOrderInWhichTheyWereReceived() {
        List<String> byId =
                Stream.generate(ledger.claims()::newId).limit(3).sorted().toList();
        List<String> received = List.of(byId.get(2), byId.get(0), byId.get(1));
        for (int i = 0; i < received.size(); i++) {
            NewClaim claim = new NewClaim(
                    received.get(i),
                    "sender",
                    Hashes.sha256(new byte[] {(byte) i}),
                    "professional-claim",
                    "partner",
                    "T",
                    "PCN-" + i,
                    ClaimState.READY,
                    JSON.objectNode(),
                    JSON.arrayNode());
            Instant at = NOON.plusMillis(i);
            ledger.claims().insert(claim, ClaimEvent.own(at, ClaimState.READY, "TAKEN_IN", null, "taken in"));
        }
        ClaimStore.Waiting waiting = ledger.claims().waiting().get(0);

        assertThat(ledger.inTransaction(() -> ledger.claims().lockReady(waiting, 10)))
                .extracting(StoredClaim::id)
                .isEqualTo(received);
        assertThat(ledger.inTransaction(() -> ledger.claims().lockReady(waiting, 2)))
                .extracting(StoredClaim::id)
                .isEqualTo(received.subList(0, 2));
    }

    @Test
    void twoTransactionsNeverTakeTheSameClaim() throws Exception {
        for (int i = 0; i < 40; i++) {
            insert("sender", "claim " + i, ClaimState.READY);
        }
        ClaimStore.Waiting waiting = ledger.claims().waiting().get(0);
        CyclicBarrier bothHoldTheirs = new CyclicBarrier(2);

        List<List<StoredClaim>> taken = inParallel(
                2,
                () -> ledger.inTransaction(() -> {
                    List<StoredClaim> mine = ledger.claims().lockReady(waiting, 20);
                    await(bothHoldTheirs);
                    return mine;
                }));

        List<String> ids =
                taken.stream().flatMap(List::stream).map(StoredClaim::id).toList();
        assertThat(ids).hasSizeGreaterThanOrEqualTo(20).doesNotHaveDuplicates();
    }

    @Test
    void controlNumbersNeverRepeat() throws Exception {
        List<List<String>> numbers = inParallel(4, () -> {
            List<String> mine = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                mine.add(ledger.inTransaction(() -> ledger.controlNumbers().interchange("partner")));
            }
            return mine;
        });

        List<String> all = numbers.stream().flatMap(List::stream).toList();
        assertThat(all).hasSize(100).doesNotHaveDuplicates().allMatch(number -> number.matches("\\d{9}"));
        assertThat(all).contains("000000001", "000000100");
        assertThat(ledger.controlNumbers().interchange("another partner")).isEqualTo("000000001");
        assertThat(ledger.controlNumbers().group("partner")).isEqualTo("1");
    }

    @Test
    void aClaimThatChangedMeanwhileIsNotChangedAgain() {
        StoredClaim seen = insert("sender", "a", ClaimState.READY).claim();
        ledger.claims().advance(seen, event(ClaimState.BATCHED, "BATCHED"));

        assertThatThrownBy(() -> ledger.claims().advance(seen, event(ClaimState.SENT, "SENT")))
                .isInstanceOfSatisfying(
                        LedgerException.class, e -> assertThat(e.kind()).isEqualTo(LedgerException.Kind.BUSY));
        assertThat(ledger.claims().events(seen.id()))
                .extracting(ClaimEvent::kind)
                .containsExactly("TAKEN_IN", "BATCHED");
    }

    @Test
    void batchedClaimsAreFoundByEveryNumberThatAnAnswerMayCarry() {
        StoredClaim first = insert("sender", "a", ClaimState.READY).claim();
        StoredClaim second = insert("sender", "b", ClaimState.READY).claim();
        StoredInterchange interchange = batch(first, second);

        ClaimStore claims = ledger.claims();
        assertThat(claims.ofInterchange(interchange.id()))
                .extracting(StoredClaim::id)
                .containsExactly(first.id(), second.id());
        assertThat(claims.ofGroup("partner", "1")).hasSize(2);
        assertThat(claims.ofSet("partner", "1", "0001")).hasSize(2);
        assertThat(claims.ofBatch("partner", "000000001")).hasSize(2);
        assertThat(claims.ofSet("partner", "1", "0002")).isEmpty();
        assertThat(claims.ofSet("another", "1", "0001")).isEmpty();
        assertThat(claims.writtenOfSet("partner", "1", "0001"))
                .containsExactly(
                        JSON.objectNode().put("n", 0), JSON.objectNode().put("n", 1));
        StoredClaim batched = claims.find(second.id()).orElseThrow();
        assertThat(batched.state()).isEqualTo(ClaimState.BATCHED);
        assertThat(batched.position())
                .isEqualTo(new Position(interchange.id(), "000000001", "1", "0001", "000000001", 1));
        assertThat(ledger.interchanges().find("partner", "000000001")).contains(interchange);
        assertThat(ledger.interchanges().set("partner", "1", "0001")).isPresent();
        assertThat(ledger.interchanges().sets(interchange.id())).hasSize(1);
        StoredClaim named = claims.find(first.id()).orElseThrow().named("PAYER1");
        claims.advance(named, event(named.state(), "ACCEPTED_277CA"));
        assertThat(claims.byPayerControlNumber("PAYER1"))
                .extracting(StoredClaim::id)
                .containsExactly(first.id());
    }

    @Test
    void aQuestionIsFoundByTraceAskerGroupAndBatchAndKeepsItsLastAnswer() {
        StoredClaim claim = insert("sender", "a", ClaimState.READY).claim();
        InboxFile file = ledger.inTransaction(
                () -> ledger.inbox().store("partner", "answer.277", NOON, "ISA".getBytes(StandardCharsets.US_ASCII)));
        StoredInterchange asking = ledger.inTransaction(() -> {
            assertThat(ledger.claims().lock(claim.id())).contains(claim);
            assertThat(ledger.claims().lock("nobody")).isEmpty();
            StoredInterchange stored = ledger.interchanges().insert(interchange("000000001", "a.x12", 1));
            ledger.inquiries().insert(ledger.controlNumbers().trace(), claim.id(), stored.id(), "message 1");
            return stored;
        });
        InquiryStore inquiries = ledger.inquiries();
        StoredInquiry inquiry = inquiries.byTrace("partner", "Q000000001").orElseThrow();

        assertThat(inquiry.claim()).isEqualTo(claim.id());
        assertThat(inquiry.interchangeControlNumber()).isEqualTo("000000001");
        assertThat(inquiries.find("message 1", claim.id())).contains(inquiry);
        assertThat(inquiries.ofInterchange(asking.id())).containsExactly(inquiry);
        assertThat(inquiries.ofGroup("partner", "1")).containsExactly(inquiry);
        assertThat(inquiries.ofBatch("partner", "000000001")).containsExactly(inquiry);
        assertThat(inquiries.byTrace("another partner", "Q000000001")).isEmpty();
        assertThat(inquiries.find("message 2", claim.id())).isEmpty();
        assertThat(inquiry.answer()).isNull();
        inquiries.answered(inquiry, "PENDED_277", file.id());
        assertThat(inquiries.byTrace("partner", "Q000000001").orElseThrow().answer())
                .isEqualTo("PENDED_277");
        assertThatThrownBy(() -> inquiries.insert("Q000000002", claim.id(), asking.id(), "message 1"))
                .isInstanceOf(LedgerException.class);
    }

    @Test
    void patientControlNumbersAreFoundInAnyCaseAndCutOff() {
        StoredClaim claim =
                insert("sender", "abcdefghij-0123456789", ClaimState.READY).claim();
        assertThat(ledger.claims().byPatientControlNumber("abcdefghij-0123456789"))
                .isEmpty();
        batch(claim);

        ClaimStore claims = ledger.claims();
        assertThat(claims.byPatientControlNumber("ABCDEFGHIJ-0123456789")).hasSize(1);
        assertThat(claims.byPatientControlNumber("ABCDEFGHIJ-0123456")).hasSize(1);
        assertThat(claims.byPatientControlNumber("ABCDEFGHIJ-012345")).hasSize(1);
        assertThat(claims.byPatientControlNumber("ABCDEFGHIJ-01234")).isEmpty();
        assertThat(claims.byPatientControlNumber("ABCDEFGHIJ-0123457")).isEmpty();
        assertThat(claims.byPatientControlNumber("ABCDEFGHIJ-012345678_")).isEmpty();
    }

    @Test
    void whatWasAddedBeforeARowThatIsThereAlreadyIsKept() {
        InboxFile file = ledger.inbox().store("partner", "a.999", NOON, new byte[] {1});
        ledger.inTransaction(() -> {
            assertThat(ledger.inbox().takeInterchange(file, file.sha256())).isTrue();
            ledger.outbox().add(message("id"));
            assertThat(ledger.inbox().takeInterchange(file, file.sha256())).isFalse();
        });

        assertThat(ledger.queries().backlog().messages()).isOne();
    }

    @Test
    void peopleSeeCountsActivityAndATimeLine() {
        StoredClaim sent = insert("sender", "a", ClaimState.READY).claim();
        insert("sender", "b", ClaimState.REFUSED);
        StoredInterchange interchange = batch(sent);
        InboxFile file = ledger.inbox().store("partner", "a.999", NOON, new byte[] {1});
        StoredClaim batched = ledger.claims().find(sent.id()).orElseThrow();
        ledger.claims()
                .advance(
                        batched,
                        new ClaimEvent(
                                NOON, ClaimState.RECEIVED, "ACCEPTED_999", interchange.id(), file.id(), "ok", null));

        Queries queries = ledger.queries();
        assertThat(queries.claimsByState())
                .containsExactly(
                        new Queries.StateCount("partner", ClaimState.RECEIVED, 1),
                        new Queries.StateCount("partner", ClaimState.REFUSED, 1));
        assertThat(queries.activity("partner")).isEqualTo(new Queries.Activity("partner", null, 0, null, NOON));
        assertThat(queries.oldestUnsent()).isEmpty();
        assertThat(queries.claims(0, 1)).hasSize(1);
        assertThat(queries.claims(1, 10)).hasSize(1);
        assertThat(queries.interchanges(0, 10)).hasSize(1);
        assertThat(queries.files(0, 10)).containsExactly(file);
        Queries.TimeLine line = queries.timeLine(sent.id()).orElseThrow();
        assertThat(line.events()).extracting(ClaimEvent::kind).containsExactly("TAKEN_IN", "BATCHED", "ACCEPTED_999");
        assertThat(line.interchange().id()).isEqualTo(interchange.id());
        assertThat(line.files()).containsExactly(file);
        assertThat(queries.timeLine("unknown")).isEmpty();
    }

    @Test
    void failuresShowNoValuesOfRows() {
        StoredClaim claim = insert("sender", "CANARY", ClaimState.READY).claim();
        batch(claim);
        NewInterchange again = interchange("000000001", "CANARY.x12", 1);

        assertThatThrownBy(() -> ledger.interchanges().insert(again))
                .isInstanceOfSatisfying(
                        LedgerException.class, e -> assertThat(e.kind()).isEqualTo(LedgerException.Kind.CONFLICT))
                .hasNoCause()
                .hasMessageNotContaining("CANARY")
                .hasMessageNotContaining("000000001")
                .hasMessageNotContaining("insert");
    }

    @Test
    void aDatabaseThatIsAwaySaysSo() {
        ledger.close();

        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> ledger.queries().backlog(), () -> ledger.inTransaction(() -> 1), () -> ledger.durably(() -> 1))) {
            assertThatThrownBy(call).isInstanceOfSatisfying(LedgerException.class, e -> assertThat(e.mayHeal())
                    .isTrue());
        }
    }
}
