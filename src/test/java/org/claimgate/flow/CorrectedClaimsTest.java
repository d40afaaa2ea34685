package org.claimgate.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimgate.flow.BillingSystem.NUMBER;
import static org.claimgate.flow.BillingSystem.PLACE;
import static org.claimgate.flow.BillingSystem.changed;
import static org.claimgate.flow.BillingSystem.claim;
import static org.claimgate.flow.BillingSystem.naming;
import static org.claimgate.flow.BillingSystem.sample;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.claimgate.ledger.EmptyLedger;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.response.ClaimState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A corrected claim names the one that it replaces: how it is sent depends on how far that one has come. */
class CorrectedClaimsTest {

    @TempDir
    private Path folder;

    private Ledger ledger;
    private BillingSystem billing;

    @BeforeEach
    void open() {
        ledger = EmptyLedger.in(folder, Clock.systemUTC());
        billing = new BillingSystem(ledger, "test");
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @ParameterizedTest(name = "filing {0}: {1}, payer''s number {2}, handed in with frequency {3}")
    @CsvSource({
        // filing, state of the earlier claim, payer's number for it, frequency handed in -> frequency sent, number
        // sent, issue
        "CI, REJECTED,       , 1, 1,     ,",
        "CI, REJECTED,       , 7, 1,     ,",
        "CI, REJECTED,       , 8,  ,     , REPLACES:void",
        "CI, REJECTED, ICN9  , 1, 7, ICN9,",
        "CI, ACCEPTED, ICN9  , 1, 7, ICN9,",
        "CI, ACCEPTED, ICN9  , 8, 8, ICN9,",
        "CI, ACCEPTED,       , 1,  ,     , REPLACES:unanswered",
        "CI, RECEIVED,       , 7,  ,     , REPLACES:unanswered",
        "CI, SENT,           , 8,  ,     , REPLACES:unanswered",
        "CI, BATCHED,        , 1,  ,     , REPLACES:unanswered",
        "CI, PAID,     ICN9  , 1, 7, ICN9,",
        "CI, PAID,     ICN9  , 8, 8, ICN9,",
        "CI, DENIED,   ICN9  , 7, 7, ICN9,",
        "CI, REVERSED, ICN9  , 1, 7, ICN9,",
        "MB, REJECTED, ICN9  , 1, 1,     ,",
        "MB, REJECTED, ICN9  , 7, 1,     ,",
        "MB, ACCEPTED, ICN9  , 1,  ,     , REPLACES:unanswered",
        "MB, PAID,     ICN9  , 1, 1,     , REPLACES:decided",
        "MB, DENIED,   ICN9  , 7, 1,     , REPLACES:decided",
        "MB, PAID,     ICN9  , 8,  ,     , REPLACES:void",
        "MA, REJECTED, ICN9  , 1, 1,     ,",
        "MA, ACCEPTED, ICN9  , 1,  ,     , REPLACES:unanswered",
        "MA, PAID,     ICN9  , 1, 7, ICN9,",
        "MA, PAID,     ICN9  , 8, 8, ICN9,",
    })
    void it_is_sent_as_far_as_the_earlier_one_got(
            String filing,
            ClaimState state,
            String payerControlNumber,
            String frequency,
            String sentFrequency,
            String sentNumber,
            String issue) {
        StoredClaim earlier = billing.taken(claim(filing, "1"));
        billing.answered(billing.sent(earlier), state, payerControlNumber);

        Receipt corrected = billing.handIn(naming(earlier.id(), claim(filing, frequency)));

        assertThat(corrected.issues().findValuesAsText("code"))
                .containsExactlyElementsOf(issue == null ? List.of() : List.of(issue));
        if (sentFrequency == null) {
            assertThat(corrected.refused()).isTrue();
            assertThat(billing.find(earlier.id()).replacedBy()).isNull();
            return;
        }
        assertThat(corrected.refused()).isFalse();
        assertThat(corrected.replaces()).isEqualTo(earlier.id());
        assertThat(corrected.sentAs().path("claimFrequencyCode").asText()).isEqualTo(sentFrequency);
        assertThat(corrected.sentAs().path("claimControlNumber").asText(null)).isEqualTo(sentNumber);
        assertThat(corrected.sentAs().path("patientControlNumber").asText()).isEqualTo(NUMBER + "R1");
        assertThat(billing.find(earlier.id()).replacedBy()).isEqualTo(corrected.claimId());
        assertThat(billing.find(earlier.id()).state())
                .as("the answers to it count as before")
                .isEqualTo(state);

        StoredClaim sent = billing.sent(billing.find(corrected.claimId()));
        String x12 = billing.x12(sent);
        assertThat(x12).contains("CLM*" + NUMBER + "R1*185***11:B:" + sentFrequency + "*");
        assertThat(x12.contains("REF*F8*")).isEqualTo(sentNumber != null);
        assertThat(x12).doesNotContain("REF*F8*~").doesNotContain("replaces");
        assertThat(sent.patientControlNumber()).as("as the sender knows it").isEqualTo(NUMBER);
    }

    @Test
    void an_interim_bill_that_was_rejected_is_an_interim_bill_again() {
        ObjectNode bill = sample("837I/inpatient");
        ObjectNode information = (ObjectNode) bill.get("claimInformation");
        information.put("claimFrequencyCode", "3");
        ((ObjectNode) information.get("claimCodeInformation")).put("patientStatusCode", "30");
        ((ObjectNode) information.get("claimDateInformation")).remove("dischargeHour");
        StoredClaim earlier = billing.taken(bill);
        billing.answered(billing.sent(earlier), ClaimState.REJECTED, null);

        assertThat(billing.handIn(naming(earlier.id(), bill))
                        .sentAs()
                        .path("claimFrequencyCode")
                        .asText())
                .isEqualTo("3");
    }

    @Test
    void handed_in_again_it_is_the_same_claim() {
        StoredClaim earlier = billing.taken(claim("CI", "1"));
        billing.answered(billing.sent(earlier), ClaimState.PAID, "ICN9");
        ObjectNode corrected = naming(earlier.id(), claim("CI", "1"));
        Receipt first = billing.handIn(corrected);
        Receipt again = billing.handIn(corrected);
        billing.answered(billing.sent(billing.find(first.claimId())), ClaimState.DENIED, "ICN10");
        Receipt late = billing.handIn(corrected);

        assertThat(List.of(again, late)).allSatisfy(receipt -> {
            assertThat(receipt.duplicate()).isTrue();
            assertThat(receipt.claimId()).isEqualTo(first.claimId());
            assertThat(receipt.sentAs()).isEqualTo(first.sentAs());
        });
        assertThat(billing.find(first.claimId()).replacedBy()).isNull();
    }

    @Test
    void a_sender_who_knows_the_payers_number_says_it() {
        StoredClaim earlier = billing.sent(billing.taken(claim("CI", "1")));
        ObjectNode corrected = naming(earlier.id(), claim("CI", "8"));
        corrected
                .withObject("/claimInformation/claimSupplementalInformation")
                .put("claimControlNumber", "TOLD-BY-PHONE");

        Receipt receipt = billing.handIn(corrected);

        assertThat(receipt.sentAs().path("claimFrequencyCode").asText()).isEqualTo("8");
        assertThat(receipt.sentAs().path("claimControlNumber").asText()).isEqualTo("TOLD-BY-PHONE");
        assertThat(billing.find(earlier.id()).replacedBy()).isEqualTo(receipt.claimId());
    }

    @Test
    void a_claim_that_cannot_be_told_refuses_the_correction() {
        billing.taken(claim("CI", "1"));
        billing.taken(changed(claim("CI", "1"), PLACE, "22"));

        assertThat(billing.issue(naming(NUMBER, claim("CI", "7")))).isEqualTo("REPLACES:ambiguous");
        assertThat(billing.issue(naming("NOBODY", claim("CI", "7")))).isEqualTo("REPLACES:unknown");
        ObjectNode number = claim("CI", "1").put("replaces", 7);
        assertThat(billing.issue(number)).isEqualTo("JSON:type");
    }

    @Test
    void a_sender_corrects_its_own_claims_and_knows_no_others() {
        StoredClaim earlier = billing.taken(claim("CI", "1"));
        BillingSystem another = new BillingSystem(ledger, "another");

        assertThat(another.issue(naming(NUMBER, claim("CI", "1")))).isEqualTo("REPLACES:unknown");
        assertThat(another.issue(naming(earlier.id(), claim("CI", "1")))).isEqualTo("REPLACES:unknown");
        assertThat(billing.find(earlier.id()).state()).isEqualTo(ClaimState.READY);

        another.taken(claim("CI", "1"));
        assertThat(billing.handIn(naming(NUMBER, claim("CI", "1"))).replaces()).isEqualTo(earlier.id());
    }

    @Test
    void another_payers_claim_or_a_test_is_not_replaced() {
        StoredClaim earlier = billing.taken(claim("CI", "1"));
        billing.answered(billing.sent(earlier), ClaimState.PAID, "ICN9");

        ObjectNode production = claim("CI", "1").put("usageIndicator", "P");
        assertThat(billing.issue(naming(earlier.id(), production))).isEqualTo("REPLACES:elsewhere");
        ObjectNode toAnother = claim("CI", "1").put("tradingPartnerServiceId", "OTHER");
        assertThat(billing.issue(naming(earlier.id(), toAnother))).isEqualTo("REPLACES:elsewhere");

        billing.answered(billing.find(earlier.id()), ClaimState.REVERSED, "");
        StoredClaim waits = billing.taken(changed(claim("CI", "1"), PLACE, "22"));
        assertThat(billing.issue(naming(waits.id(), production))).isEqualTo("REPLACES:elsewhere");
        assertThat(billing.find(waits.id()).state()).isEqualTo(ClaimState.READY);
    }

    @Test
    void a_correction_of_a_refused_claim_is_a_new_claim() {
        ObjectNode bad = changed(claim("CI", "1"), "/claimInformation/claimChargeAmount", "1");
        Receipt refused = billing.handIn(bad);
        Receipt corrected = billing.handIn(naming(refused.claimId(), claim("CI", "1")));

        assertThat(refused.refused()).isTrue();
        assertThat(corrected.refused()).isFalse();
        assertThat(corrected.sentAs().path("patientControlNumber").asText()).isEqualTo(NUMBER);

        ObjectNode byPhone = changed(claim("CI", "7"), PLACE, "22").put("tradingPartnerServiceId", "");
        byPhone.withObject("/claimInformation/claimSupplementalInformation").put("claimControlNumber", "ICN9");
        Receipt toNobody = billing.handIn(byPhone);
        assertThat(toNobody.refused()).isTrue();
        assertThat(billing.issue(naming(toNobody.claimId(), claim("CI", "7")))).isEqualTo("EDIT:X222.2300.REF-F8.010");
    }

    @Test
    void who_names_a_correction_that_was_refused_means_what_that_one_named() {
        StoredClaim waits = billing.taken(claim("CI", "1"));
        Receipt bad = billing.handIn(
                naming(waits.id(), changed(claim("CI", "1"), "/claimInformation/claimChargeAmount", "1")));
        Receipt good = billing.handIn(naming(bad.claimId(), claim("CI", "1")));
        assertThat(bad.refused()).isTrue();
        assertThat(good.replaces()).isEqualTo(waits.id());
        assertThat(billing.find(waits.id()).state()).isEqualTo(ClaimState.WITHDRAWN);

        StoredClaim onItsWay = billing.sent(billing.find(good.claimId()));
        Receipt early = billing.handIn(naming(onItsWay.id(), changed(claim("CI", "1"), PLACE, "22")));
        assertThat(billing.issue(naming(early.claimId(), changed(claim("CI", "1"), PLACE, "19"))))
                .isEqualTo("REPLACES:unanswered");
    }

    @Test
    void a_correction_that_could_not_be_written_does_not_part_the_claims_before_it_from_those_after() {
        StoredClaim first = billing.taken(claim("CI", "1"));
        billing.answered(billing.sent(first), ClaimState.PAID, "ICN9");
        StoredClaim unwritable = billing.find(billing.handIn(naming(first.id(), changed(claim("CI", "1"), PLACE, "22")))
                .claimId());
        billing.answered(unwritable, ClaimState.REFUSED, null);

        Receipt third = billing.handIn(naming(unwritable.id(), changed(claim("CI", "1"), PLACE, "21")));
        assertThat(third.replaces()).isEqualTo(first.id());
        assertThat(billing.handIn(naming(first.id(), changed(claim("CI", "1"), PLACE, "23")))
                        .replaces())
                .isEqualTo(third.claimId());
    }

    @Test
    void who_thinks_better_of_a_void_has_the_claim_replaced_and_the_other_way_round() {
        StoredClaim first = billing.taken(claim("CI", "1"));
        billing.answered(billing.sent(first), ClaimState.PAID, "ICN9");
        Receipt voiding = billing.handIn(naming(first.id(), claim("CI", "8")));
        Receipt replacing = billing.handIn(naming(voiding.claimId(), claim("CI", "1")));
        assertThat(replacing.sentAs().path("claimFrequencyCode").asText()).isEqualTo("7");
        assertThat(replacing.sentAs().path("claimControlNumber").asText()).isEqualTo("ICN9");

        Receipt voidingAfterAll = billing.handIn(naming(replacing.claimId(), changed(claim("CI", "8"), PLACE, "22")));
        assertThat(voidingAfterAll.sentAs().path("claimFrequencyCode").asText()).isEqualTo("8");
        assertThat(voidingAfterAll.sentAs().path("claimControlNumber").asText()).isEqualTo("ICN9");
        billing.answered(billing.sent(billing.find(voidingAfterAll.claimId())), ClaimState.PAID, "ICN10");

        Receipt afterTheVoid =
                billing.handIn(naming(voidingAfterAll.claimId(), changed(claim("CI", "1"), PLACE, "21")));
        assertThat(afterTheVoid.sentAs().path("claimFrequencyCode").asText())
                .as("the payer has nothing of it any more")
                .isEqualTo("1");
    }

    @Test
    void a_claim_that_was_taken_back_is_told_to_be_so_when_it_comes_again() {
        StoredClaim earlier = billing.taken(claim("CI", "1"));
        billing.handIn(naming(earlier.id(), changed(claim("CI", "1"), PLACE, "22")));

        Receipt again = billing.handIn(claim("CI", "1"));
        assertThat(again.duplicate()).isTrue();
        assertThat(again.state()).isEqualTo(ClaimState.WITHDRAWN);
    }

    @Test
    void whatever_a_correction_holds_is_answered() {
        StoredClaim earlier = billing.taken(claim("CI", "1"));
        billing.answered(billing.sent(earlier), ClaimState.PAID, "ICN9");
        ObjectNode text = claim("CI", "1");
        ((ObjectNode) text.get("claimInformation")).put("claimSupplementalInformation", "none");

        assertThat(billing.handIn(naming(earlier.id(), text)).issues().findValuesAsText("pointer"))
                .contains("/claimInformation/claimSupplementalInformation");
        assertThat(billing.handIn(naming("\u0000 ' or 1=1", claim("CI", "1")))
                        .issues()
                        .findValuesAsText("code"))
                .containsExactly("REPLACES:unknown");
    }

    @Test
    void a_trial_tells_the_same_and_changes_nothing() {
        StoredClaim earlier = billing.taken(claim("CI", "1"));
        billing.answered(billing.sent(earlier), ClaimState.PAID, "ICN9");
        Receipt trial = billing.tryOut(naming(earlier.id(), claim("CI", "1")));

        assertThat(trial.replaces()).isEqualTo(earlier.id());
        assertThat(trial.sentAs().path("claimFrequencyCode").asText()).isEqualTo("7");
        assertThat(billing.find(earlier.id()).replacedBy()).isNull();
    }
}
