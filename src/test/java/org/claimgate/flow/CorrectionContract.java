package org.claimgate.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimgate.flow.BillingSystem.NUMBER;
import static org.claimgate.flow.BillingSystem.PLACE;
import static org.claimgate.flow.BillingSystem.changed;
import static org.claimgate.flow.BillingSystem.claim;
import static org.claimgate.flow.BillingSystem.naming;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.response.ClaimState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What corrections do to claims in any ledger, and what they wait for. */
abstract class CorrectionContract {

    private static final Acts.By PAT = new Acts.By("pat", "the partner does not have it");

    @TempDir
    Path folder;

    private final Clock clock = Clock.systemUTC();
    private Ledger ledger;
    private BillingSystem billing;

    abstract Ledger openEmpty(Clock clock);

    @BeforeEach
    void open() {
        ledger = openEmpty(clock);
        billing = new BillingSystem(ledger, "test");
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void a_claim_that_has_not_left_stays_and_the_corrected_one_goes_in_its_place() {
        StoredClaim earlier = billing.taken(claim("CI", "1"));
        Receipt corrected = billing.handIn(naming(earlier.id(), claim("CI", "1")));

        assertThat(corrected.refused()).isFalse();
        assertThat(billing.find(earlier.id()).state()).isEqualTo(ClaimState.WITHDRAWN);
        assertThat(billing.messages()).anySatisfy(message -> {
            assertThat(message.at("/data/claimId").asText()).isEqualTo(earlier.id());
            assertThat(message.at("/data/state").asText()).isEqualTo("WITHDRAWN");
        });
        String x12 = billing.x12(billing.sent(billing.find(corrected.claimId())));
        assertThat(x12).containsOnlyOnce("CLM*" + NUMBER + "*").doesNotContain(earlier.id());
    }

    @Test
    void what_went_wrong_again_is_corrected_again_whichever_of_them_is_named() {
        StoredClaim first = billing.taken(claim("CI", "1"));
        billing.answered(billing.sent(first), ClaimState.PAID, "ICN9");
        Receipt second = billing.handIn(naming(first.id(), claim("CI", "1")));
        billing.answered(billing.sent(billing.find(second.claimId())), ClaimState.REJECTED, null);

        Receipt third = billing.handIn(naming(NUMBER, claim("CI", "1")));

        assertThat(third.replaces()).isEqualTo(second.claimId());
        assertThat(third.sentAs().path("claimFrequencyCode").asText())
                .as("the second never reached the payer, the first did")
                .isEqualTo("7");
        assertThat(third.sentAs().path("claimControlNumber").asText()).isEqualTo("ICN9");
        assertThat(third.sentAs().path("patientControlNumber").asText()).isEqualTo(NUMBER + "R2");

        Receipt fourth = billing.handIn(naming(first.id(), changed(claim("CI", "1"), PLACE, "22")));
        assertThat(fourth.replaces()).as("waits, and is taken back").isEqualTo(third.claimId());
        assertThat(fourth.sentAs().path("claimControlNumber").asText()).isEqualTo("ICN9");
        assertThat(billing.find(third.claimId()).state()).isEqualTo(ClaimState.WITHDRAWN);
    }

    @Test
    void what_waited_for_an_answer_is_taken_in_when_it_is_handed_in_after_it() {
        StoredClaim earlier = billing.sent(billing.taken(claim("CI", "1")));
        ObjectNode correction = naming(earlier.id(), claim("CI", "7"));
        Receipt early = billing.handIn(correction, "first");
        Receipt stillEarly = billing.handIn(correction, "second");
        assertThat(early.refused()).isTrue();
        assertThat(early.issues().get(0).path("pointer").asText()).isEqualTo("/replaces");
        assertThat(early.issues().get(0).path("fix").asText()).isNotEmpty();
        assertThat(stillEarly.claimId()).isEqualTo(early.claimId());

        billing.answered(earlier, ClaimState.ACCEPTED, "ICN9");
        Receipt later = billing.handIn(correction, "third");

        assertThat(later.refused()).isFalse();
        assertThat(told(early)).containsExactly("REFUSED", "REFUSED");
        assertThat(told(later)).containsExactly("TAKEN_IN");
        assertThat(billing.handIn(correction, "fourth").claimId())
                .as("the same claim from now on")
                .isEqualTo(later.claimId());
    }

    @Test
    void a_message_that_was_answered_too_early_and_comes_again_has_its_answer() {
        StoredClaim earlier = billing.sent(billing.taken(claim("CI", "1")));
        ObjectNode correction = naming(earlier.id(), claim("CI", "7"));
        Receipt early = billing.handIn(correction, "first");
        billing.handIn(correction, "second");
        billing.answered(earlier, ClaimState.ACCEPTED, "ICN9");

        for (String message : List.of("first", "second")) {
            Receipt again = billing.handIn(correction, message);
            assertThat(again.claimId()).as(message).isEqualTo(early.claimId());
            assertThat(again.refused()).as(message).isTrue();
            assertThat(again.duplicate()).as(message).isTrue();
        }
        assertThat(told(early)).as("once for each").containsExactly("REFUSED", "REFUSED");
        assertThat(billing.find(earlier.id()).replacedBy()).isNull();

        Receipt taken = billing.handIn(correction, "third");
        billing.handIn(correction, "first");
        assertThat(taken.refused()).isFalse();
        assertThat(told(taken)).containsExactly("TAKEN_IN");
    }

    @Test
    void a_message_that_came_before_the_claim_that_it_corrects_has_its_answer_too() {
        ObjectNode correction = naming(NUMBER, changed(claim("CI", "1"), PLACE, "22"));
        Receipt early = billing.handIn(correction, "first");
        assertThat(early.issues().findValuesAsText("code")).containsExactly("REPLACES:unknown");
        StoredClaim earlier = billing.taken(claim("CI", "1"));

        assertThat(billing.handIn(correction, "first").claimId()).isEqualTo(early.claimId());
        assertThat(billing.find(earlier.id()).state()).isEqualTo(ClaimState.READY);
        assertThat(billing.handIn(correction, "second").refused()).isFalse();
        assertThat(billing.find(earlier.id()).state()).isEqualTo(ClaimState.WITHDRAWN);
    }

    /** Kinds of the messages about a claim. */
    private List<String> told(Receipt receipt) {
        return billing.messages().stream()
                .filter(message -> message.path("subject").asText().equals(receipt.claimId()))
                .map(message -> message.at("/data/kind").asText())
                .toList();
    }

    @Test
    void corrections_that_come_at_the_same_time_come_in_one_anothers_place() {
        StoredClaim earlier = billing.taken(claim("CI", "1"));
        billing.answered(billing.sent(earlier), ClaimState.PAID, "ICN9");
        List<CompletableFuture<Receipt>> handed = Stream.of("22", "19", "21", "23")
                .map(place ->
                        naming(earlier.id(), changed(claim("CI", "1"), "/claimInformation/placeOfServiceCode", place)))
                .map(claim -> CompletableFuture.supplyAsync(() -> billing.handIn(claim)))
                .toList();
        List<String> ids =
                handed.stream().map(receipt -> receipt.join().claimId()).toList();

        assertThat(handed)
                .allSatisfy(receipt -> assertThat(receipt.join().refused()).isFalse());
        assertThat(ids.stream().map(billing::find).map(StoredClaim::replaces))
                .as("each of another")
                .doesNotHaveDuplicates();
        assertThat(ids.stream().map(billing::find).map(StoredClaim::state))
                .as("one goes out")
                .containsExactlyInAnyOrder(
                        ClaimState.READY, ClaimState.WITHDRAWN, ClaimState.WITHDRAWN, ClaimState.WITHDRAWN);
    }

    @Test
    void what_a_person_has_set_aside_is_taken_back_and_its_correction_goes_out_as_new() {
        StoredClaim earlier = billing.sent(billing.taken(claim("CI", "1")));
        StoredInterchange interchange = interchangeOf(earlier);
        ledger.interchanges().hold(interchange, "the partner takes temporary files");
        ObjectNode correction = naming(earlier.id(), claim("CI", "7"));
        assertThat(billing.issue(correction)).as("it may be there").isEqualTo("REPLACES:unanswered");
        Acts acts = new Acts(ledger, clock);
        assertThat(acts.setDeliveryAside(interchange.fileName(), PAT)).isInstanceOf(ActResult.Done.class);
        assertThat(billing.issue(naming(earlier.id(), claim("CI", "8")))).isEqualTo("REPLACES:void");

        Receipt corrected = billing.handIn(correction);

        assertThat(corrected.sentAs().path("claimFrequencyCode").asText()).isEqualTo("1");
        assertThat(corrected.sentAs().path("patientControlNumber").asText())
                .as("should it have arrived after all, the two are told apart")
                .isEqualTo(NUMBER + "R1");
        assertThat(billing.find(earlier.id()).state()).isEqualTo(ClaimState.WITHDRAWN);

        assertThat(acts.repeatDelivery(interchange.fileName(), PAT))
                .isInstanceOfSatisfying(ActResult.Refused.class, refused -> assertThat(refused.words())
                        .contains(earlier.id(), corrected.claimId()));
        assertThat(interchangeOf(earlier).state()).isEqualTo(StoredInterchange.State.SET_ASIDE);
        assertThat(acts.confirmDelivery(interchange.fileName(), PAT)).isInstanceOf(ActResult.Done.class);
        assertThat(billing.find(earlier.id()).state())
                .as("it had arrived after all")
                .isEqualTo(ClaimState.SENT);
    }

    @Test
    void what_was_set_aside_and_is_delivered_after_all_is_waited_for() {
        StoredClaim earlier = billing.sent(billing.taken(claim("CI", "1")));
        StoredInterchange interchange = interchangeOf(earlier);
        ledger.interchanges().hold(interchange, "the partner takes temporary files");
        Acts acts = new Acts(ledger, clock);
        acts.setDeliveryAside(interchange.fileName(), PAT);
        assertThat(acts.repeatDelivery(interchange.fileName(), PAT)).isInstanceOf(ActResult.Done.class);

        assertThat(billing.issue(naming(earlier.id(), claim("CI", "7")))).isEqualTo("REPLACES:unanswered");
        assertThat(billing.find(earlier.id()).state()).isEqualTo(ClaimState.BATCHED);
    }

    @Test
    void what_waited_in_a_backup_may_have_left_and_is_not_taken_back() {
        StoredClaim earlier = billing.taken(claim("CI", "1"));
        ledger.raiseNumbers(1000);
        ObjectNode correction = naming(earlier.id(), changed(claim("CI", "1"), PLACE, "22"));
        assertThat(billing.issue(correction)).isEqualTo("REPLACES:unanswered");
        assertThat(billing.find(earlier.id()).state()).isEqualTo(ClaimState.READY);

        StoredClaim held = billing.sent(earlier);
        assertThat(interchangeOf(held).state()).isEqualTo(StoredInterchange.State.HOLD);
        assertThat(billing.issue(naming(earlier.id(), changed(claim("CI", "1"), PLACE, "19"))))
                .isEqualTo("REPLACES:unanswered");
        new Acts(ledger, clock).setDeliveryAside(interchangeOf(held).fileName(), PAT);
        assertThat(billing.handIn(correction).refused())
                .as("a person has looked")
                .isFalse();
    }

    @Test
    void what_waited_in_a_backup_is_not_sent_beside_a_correction_that_names_the_payers_number() {
        StoredClaim earlier = billing.taken(claim("CI", "1"));
        ledger.raiseNumbers(1000);
        ObjectNode correction = naming(earlier.id(), claim("CI", "7"));
        correction
                .withObject("/claimInformation/claimSupplementalInformation")
                .put("claimControlNumber", "TOLD-BY-PHONE");
        assertThat(billing.handIn(correction).refused()).isFalse();
        assertThat(billing.find(earlier.id()).state())
                .as("nothing of it is forgotten")
                .isEqualTo(ClaimState.READY);

        StoredInterchange held = interchangeOf(billing.sent(earlier));
        assertThat(held.state()).isEqualTo(StoredInterchange.State.HOLD);
        assertThat(new Acts(ledger, clock).repeatDelivery(held.fileName(), PAT)).isInstanceOf(ActResult.Refused.class);
    }

    @Test
    void no_two_claims_get_the_same_number_also_where_theirs_begin_alike() {
        List<StoredClaim> rejected = Stream.of("AB", "CD", "EF", "GH", "IJ", "KL")
                .map(end -> billing.taken(numbered("2026LAKESIDE001" + end)))
                .toList();
        billing.sent(rejected.get(0));
        rejected.forEach(claim -> billing.answered(billing.find(claim.id()), ClaimState.REJECTED, null));

        List<CompletableFuture<Receipt>> handed = rejected.stream()
                .map(claim -> naming(claim.id(), numbered(claim.patientControlNumber())))
                .map(claim -> CompletableFuture.supplyAsync(() -> billing.handIn(claim)))
                .toList();

        assertThat(handed.stream().map(CompletableFuture::join).map(receipt -> receipt.sentAs()
                        .path("patientControlNumber")
                        .asText()))
                .containsExactlyInAnyOrder(Stream.of("R1", "R2", "R3", "R4", "R5", "R6")
                        .map("2026LAKESIDE001"::concat)
                        .toArray(String[]::new));
    }

    @Test
    void a_number_is_taken_whoever_sends_it_and_wherever_it_goes_and_of_long_ones_what_payers_keep() {
        BillingSystem another = new BillingSystem(ledger, "another");
        another.taken(numbered(NUMBER + "R1").put("tradingPartnerServiceId", "SANDBATCH"));
        another.taken(numbered(NUMBER + "R2"));
        StoredClaim earlier = billing.taken(numbered(NUMBER));
        billing.answered(billing.sent(earlier), ClaimState.REJECTED, null);
        assertThat(sentNumber(naming(earlier.id(), numbered(NUMBER)))).isEqualTo(NUMBER + "R3");

        another.taken(numbered("2026LAKESIDE001R1XY"));
        StoredClaim ofLong = billing.taken(numbered("2026LAKESIDE00123"));
        billing.answered(billing.sent(ofLong), ClaimState.REJECTED, null);
        assertThat(sentNumber(naming(ofLong.id(), numbered("2026LAKESIDE00123"))))
                .as("a payer that cuts off makes R1 of the other")
                .isEqualTo("2026LAKESIDE001R2");
    }

    private String sentNumber(ObjectNode claim) {
        return billing.handIn(claim).sentAs().path("patientControlNumber").asText();
    }

    private static ObjectNode numbered(String number) {
        return changed(claim("CI", "1"), "/claimInformation/patientControlNumber", number);
    }

    private StoredInterchange interchangeOf(StoredClaim claim) {
        return ledger.interchanges().find(claim.position().interchange()).orElseThrow();
    }
}
