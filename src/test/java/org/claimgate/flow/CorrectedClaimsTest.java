package org.claimgate.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.claimgate.claim.Claims;
import org.claimgate.document.ClaimMappings;
import org.claimgate.guide.Guides;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.ledger.EmptyLedger;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.OutboxStore.Waiting;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.partner.Partners;
import org.claimgate.response.ClaimState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A corrected claim names the one that it replaces: how it is sent depends on how far that one has come. */
class CorrectedClaimsTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NUMBER = "LFP260001";
    private static final String PLACE = "/claimInformation/placeOfServiceCode";

    private static Guides guides;
    private static Partners partners;

    @TempDir
    private Path folder;

    private Ledger ledger;

    @BeforeAll
    static void load() {
        guides = Guides.load(Path.of("mappings/x12"));
        partners = Partners.load(Path.of("partners"));
    }

    @BeforeEach
    void open() {
        ledger = EmptyLedger.in(folder, Clock.systemUTC());
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
        StoredClaim earlier = taken(claim(filing, "1"));
        answered(sent(earlier), state, payerControlNumber);

        Receipt corrected = handIn(naming(earlier.id(), claim(filing, frequency)));

        assertThat(corrected.issues().findValuesAsText("code"))
                .containsExactlyElementsOf(issue == null ? List.of() : List.of(issue));
        if (sentFrequency == null) {
            assertThat(corrected.refused()).isTrue();
            assertThat(find(earlier.id()).replacedBy()).isNull();
            return;
        }
        assertThat(corrected.refused()).isFalse();
        assertThat(corrected.replaces()).isEqualTo(earlier.id());
        assertThat(corrected.sentAs().path("claimFrequencyCode").asText()).isEqualTo(sentFrequency);
        assertThat(corrected.sentAs().path("claimControlNumber").asText(null)).isEqualTo(sentNumber);
        assertThat(corrected.sentAs().path("patientControlNumber").asText()).isEqualTo(NUMBER + "R1");
        assertThat(find(earlier.id()).replacedBy()).isEqualTo(corrected.claimId());
        assertThat(find(earlier.id()).state())
                .as("the answers to it count as before")
                .isEqualTo(state);

        StoredClaim sent = sent(find(corrected.claimId()));
        String x12 = x12(sent);
        assertThat(x12).contains("CLM*" + NUMBER + "R1*185***11:B:" + sentFrequency + "*");
        assertThat(x12.contains("REF*F8*")).isEqualTo(sentNumber != null);
        assertThat(x12).doesNotContain("REF*F8*~").doesNotContain("replaces");
        assertThat(sent.patientControlNumber()).as("as the sender knows it").isEqualTo(NUMBER);
    }

    @Test
    void a_claim_that_has_not_left_stays_and_the_corrected_one_goes_in_its_place() {
        StoredClaim earlier = taken(claim("CI", "1"));
        Receipt corrected = handIn(naming(earlier.id(), claim("CI", "1")));

        assertThat(corrected.refused()).isFalse();
        assertThat(find(earlier.id()).state()).isEqualTo(ClaimState.WITHDRAWN);
        assertThat(messages()).anySatisfy(message -> {
            assertThat(message.at("/data/claimId").asText()).isEqualTo(earlier.id());
            assertThat(message.at("/data/state").asText()).isEqualTo("WITHDRAWN");
        });
        String x12 = x12(sent(find(corrected.claimId())));
        assertThat(x12).containsOnlyOnce("CLM*" + NUMBER + "*").doesNotContain(earlier.id());
    }

    @Test
    void what_went_wrong_again_is_corrected_again_whichever_of_them_is_named() {
        StoredClaim first = taken(claim("CI", "1"));
        answered(sent(first), ClaimState.PAID, "ICN9");
        Receipt second = handIn(naming(first.id(), claim("CI", "1")));
        answered(sent(find(second.claimId())), ClaimState.REJECTED, null);

        Receipt third = handIn(naming(NUMBER, claim("CI", "1")));

        assertThat(third.replaces()).isEqualTo(second.claimId());
        assertThat(third.sentAs().path("claimFrequencyCode").asText())
                .as("the second never reached the payer, the first did")
                .isEqualTo("7");
        assertThat(third.sentAs().path("claimControlNumber").asText()).isEqualTo("ICN9");
        assertThat(third.sentAs().path("patientControlNumber").asText()).isEqualTo(NUMBER + "R2");

        Receipt fourth = handIn(naming(first.id(), changed(claim("CI", "1"), PLACE, "22")));
        assertThat(fourth.replaces()).as("waits, and is taken back").isEqualTo(third.claimId());
        assertThat(fourth.sentAs().path("claimControlNumber").asText()).isEqualTo("ICN9");
        assertThat(find(third.claimId()).state()).isEqualTo(ClaimState.WITHDRAWN);
    }

    @Test
    void an_interim_bill_that_was_rejected_is_an_interim_bill_again() throws IOException {
        ObjectNode bill = sample("837I/inpatient");
        ObjectNode information = (ObjectNode) bill.get("claimInformation");
        information.put("claimFrequencyCode", "3");
        ((ObjectNode) information.get("claimCodeInformation")).put("patientStatusCode", "30");
        ((ObjectNode) information.get("claimDateInformation")).remove("dischargeHour");
        StoredClaim earlier = taken(bill);
        answered(sent(earlier), ClaimState.REJECTED, null);

        assertThat(handIn(naming(earlier.id(), bill))
                        .sentAs()
                        .path("claimFrequencyCode")
                        .asText())
                .isEqualTo("3");
    }

    @Test
    void handed_in_again_it_is_the_same_claim() {
        StoredClaim earlier = taken(claim("CI", "1"));
        answered(sent(earlier), ClaimState.PAID, "ICN9");
        ObjectNode corrected = naming(earlier.id(), claim("CI", "1"));
        Receipt first = handIn(corrected);
        Receipt again = handIn(corrected);
        answered(sent(find(first.claimId())), ClaimState.DENIED, "ICN10");
        Receipt late = handIn(corrected);

        assertThat(List.of(again, late)).allSatisfy(receipt -> {
            assertThat(receipt.duplicate()).isTrue();
            assertThat(receipt.claimId()).isEqualTo(first.claimId());
            assertThat(receipt.sentAs()).isEqualTo(first.sentAs());
        });
        assertThat(find(first.claimId()).replacedBy()).isNull();
    }

    @Test
    void a_sender_who_knows_the_payers_number_says_it() {
        StoredClaim earlier = sent(taken(claim("CI", "1")));
        ObjectNode corrected = naming(earlier.id(), claim("CI", "8"));
        corrected
                .withObject("/claimInformation/claimSupplementalInformation")
                .put("claimControlNumber", "TOLD-BY-PHONE");

        Receipt receipt = handIn(corrected);

        assertThat(receipt.sentAs().path("claimFrequencyCode").asText()).isEqualTo("8");
        assertThat(receipt.sentAs().path("claimControlNumber").asText()).isEqualTo("TOLD-BY-PHONE");
        assertThat(find(earlier.id()).replacedBy()).isEqualTo(receipt.claimId());
    }

    @Test
    void what_waited_for_an_answer_is_taken_in_when_the_answer_has_come() {
        StoredClaim earlier = sent(taken(claim("CI", "1")));
        ObjectNode corrected = naming(earlier.id(), claim("CI", "7"));
        Receipt early = handIn(corrected);
        answered(earlier, ClaimState.ACCEPTED, "ICN9");
        Receipt later = handIn(corrected);

        assertThat(early.refused()).isTrue();
        assertThat(early.issues().get(0).path("pointer").asText()).isEqualTo("/replaces");
        assertThat(early.issues().get(0).path("fix").asText()).isNotEmpty();
        assertThat(later.refused()).isFalse();
    }

    @Test
    void a_claim_that_cannot_be_told_refuses_the_correction() {
        taken(claim("CI", "1"));
        taken(changed(claim("CI", "1"), PLACE, "22"));

        assertThat(issue(naming(NUMBER, claim("CI", "7")))).isEqualTo("REPLACES:ambiguous");
        assertThat(issue(naming("NOBODY", claim("CI", "7")))).isEqualTo("REPLACES:unknown");
        ObjectNode number = claim("CI", "1").put("replaces", 7);
        assertThat(issue(number)).isEqualTo("JSON:type");
    }

    @Test
    void another_payers_claim_or_a_test_is_not_replaced() {
        StoredClaim earlier = taken(claim("CI", "1"));
        answered(sent(earlier), ClaimState.PAID, "ICN9");

        ObjectNode production = claim("CI", "1").put("usageIndicator", "P");
        assertThat(issue(naming(earlier.id(), production))).isEqualTo("REPLACES:elsewhere");
        ObjectNode toAnother = claim("CI", "1").put("tradingPartnerServiceId", "OTHER");
        assertThat(issue(naming(earlier.id(), toAnother))).isEqualTo("REPLACES:elsewhere");

        answered(find(earlier.id()), ClaimState.REVERSED, "");
        StoredClaim waits = taken(changed(claim("CI", "1"), PLACE, "22"));
        assertThat(issue(naming(waits.id(), production))).isEqualTo("REPLACES:elsewhere");
        assertThat(find(waits.id()).state()).isEqualTo(ClaimState.READY);
    }

    @Test
    void a_correction_of_a_refused_claim_is_a_new_claim() {
        ObjectNode bad = changed(claim("CI", "1"), "/claimInformation/claimChargeAmount", "1");
        Receipt refused = handIn(bad);
        Receipt corrected = handIn(naming(refused.claimId(), claim("CI", "1")));

        assertThat(refused.refused()).isTrue();
        assertThat(corrected.refused()).isFalse();
        assertThat(corrected.sentAs().path("patientControlNumber").asText()).isEqualTo(NUMBER);

        ObjectNode byPhone = changed(claim("CI", "7"), PLACE, "22").put("tradingPartnerServiceId", "");
        byPhone.withObject("/claimInformation/claimSupplementalInformation").put("claimControlNumber", "ICN9");
        Receipt toNobody = handIn(byPhone);
        assertThat(toNobody.refused()).isTrue();
        assertThat(issue(naming(toNobody.claimId(), claim("CI", "7")))).isEqualTo("EDIT:X222.2300.REF-F8.010");
    }

    @Test
    void who_names_a_correction_that_was_refused_means_what_that_one_named() {
        StoredClaim waits = taken(claim("CI", "1"));
        Receipt bad = handIn(naming(waits.id(), changed(claim("CI", "1"), "/claimInformation/claimChargeAmount", "1")));
        Receipt good = handIn(naming(bad.claimId(), claim("CI", "1")));
        assertThat(bad.refused()).isTrue();
        assertThat(good.replaces()).isEqualTo(waits.id());
        assertThat(find(waits.id()).state()).isEqualTo(ClaimState.WITHDRAWN);

        StoredClaim onItsWay = sent(find(good.claimId()));
        Receipt early = handIn(naming(onItsWay.id(), changed(claim("CI", "1"), PLACE, "22")));
        assertThat(issue(naming(early.claimId(), changed(claim("CI", "1"), PLACE, "19"))))
                .isEqualTo("REPLACES:unanswered");
    }

    @Test
    void a_correction_that_could_not_be_written_does_not_part_the_claims_before_it_from_those_after() {
        StoredClaim first = taken(claim("CI", "1"));
        answered(sent(first), ClaimState.PAID, "ICN9");
        StoredClaim unwritable = find(handIn(naming(first.id(), changed(claim("CI", "1"), PLACE, "22")))
                .claimId());
        answered(unwritable, ClaimState.REFUSED, null);

        Receipt third = handIn(naming(unwritable.id(), changed(claim("CI", "1"), PLACE, "21")));
        assertThat(third.replaces()).isEqualTo(first.id());
        assertThat(handIn(naming(first.id(), changed(claim("CI", "1"), PLACE, "23")))
                        .replaces())
                .isEqualTo(third.claimId());
    }

    @Test
    void who_thinks_better_of_a_void_has_the_claim_replaced_and_the_other_way_round() {
        StoredClaim first = taken(claim("CI", "1"));
        answered(sent(first), ClaimState.PAID, "ICN9");
        Receipt voiding = handIn(naming(first.id(), claim("CI", "8")));
        Receipt replacing = handIn(naming(voiding.claimId(), claim("CI", "1")));
        assertThat(replacing.sentAs().path("claimFrequencyCode").asText()).isEqualTo("7");
        assertThat(replacing.sentAs().path("claimControlNumber").asText()).isEqualTo("ICN9");

        Receipt voidingAfterAll = handIn(naming(replacing.claimId(), changed(claim("CI", "8"), PLACE, "22")));
        assertThat(voidingAfterAll.sentAs().path("claimFrequencyCode").asText()).isEqualTo("8");
        assertThat(voidingAfterAll.sentAs().path("claimControlNumber").asText()).isEqualTo("ICN9");
        answered(sent(find(voidingAfterAll.claimId())), ClaimState.PAID, "ICN10");

        Receipt afterTheVoid = handIn(naming(voidingAfterAll.claimId(), changed(claim("CI", "1"), PLACE, "21")));
        assertThat(afterTheVoid.sentAs().path("claimFrequencyCode").asText())
                .as("the payer has nothing of it any more")
                .isEqualTo("1");
    }

    @Test
    void a_claim_that_was_taken_back_is_told_to_be_so_when_it_comes_again() {
        StoredClaim earlier = taken(claim("CI", "1"));
        handIn(naming(earlier.id(), changed(claim("CI", "1"), PLACE, "22")));

        Receipt again = handIn(claim("CI", "1"));
        assertThat(again.duplicate()).isTrue();
        assertThat(again.state()).isEqualTo(ClaimState.WITHDRAWN);
    }

    @Test
    void whatever_a_correction_holds_is_answered() {
        StoredClaim earlier = taken(claim("CI", "1"));
        answered(sent(earlier), ClaimState.PAID, "ICN9");
        ObjectNode text = claim("CI", "1");
        ((ObjectNode) text.get("claimInformation")).put("claimSupplementalInformation", "none");

        assertThat(handIn(naming(earlier.id(), text)).issues().findValuesAsText("pointer"))
                .contains("/claimInformation/claimSupplementalInformation");
        assertThat(handIn(naming("\u0000 ' or 1=1", claim("CI", "1"))).issues().findValuesAsText("code"))
                .containsExactly("REPLACES:unknown");
    }

    @Test
    void a_trial_tells_the_same_and_changes_nothing() {
        StoredClaim earlier = taken(claim("CI", "1"));
        answered(sent(earlier), ClaimState.PAID, "ICN9");
        byte[] body = naming(earlier.id(), claim("CI", "1")).toString().getBytes(StandardCharsets.UTF_8);

        Receipt trial = intake().validate(new Handover(body, "test", "r", true)).get(0);

        assertThat(trial.replaces()).isEqualTo(earlier.id());
        assertThat(trial.sentAs().path("claimFrequencyCode").asText()).isEqualTo("7");
        assertThat(find(earlier.id()).replacedBy()).isNull();
    }

    @Test
    void corrections_that_come_at_the_same_time_come_in_one_anothers_place() {
        StoredClaim earlier = taken(claim("CI", "1"));
        answered(sent(earlier), ClaimState.PAID, "ICN9");
        List<CompletableFuture<Receipt>> handed = Stream.of("22", "19", "21", "23")
                .map(place ->
                        naming(earlier.id(), changed(claim("CI", "1"), "/claimInformation/placeOfServiceCode", place)))
                .map(claim -> CompletableFuture.supplyAsync(() -> handIn(claim)))
                .toList();
        List<String> ids =
                handed.stream().map(receipt -> receipt.join().claimId()).toList();

        assertThat(handed)
                .allSatisfy(receipt -> assertThat(receipt.join().refused()).isFalse());
        assertThat(ids.stream().map(this::find).map(StoredClaim::replaces))
                .as("each of another")
                .doesNotHaveDuplicates();
        assertThat(ids.stream().map(this::find).map(StoredClaim::state))
                .as("one goes out")
                .containsExactlyInAnyOrder(
                        ClaimState.READY, ClaimState.WITHDRAWN, ClaimState.WITHDRAWN, ClaimState.WITHDRAWN);
    }

    private static ObjectNode claim(String filing, String frequency) {
        ObjectNode claim = sample("837P/paid-office-visit");
        ((ObjectNode) claim.get("claimInformation"))
                .put("claimFilingCode", filing)
                .put("claimFrequencyCode", frequency);
        if (filing.startsWith("M")) {
            ((ObjectNode) claim.get("subscriber"))
                    .put("memberId", "1EG4TE5MK73")
                    .remove("groupNumber");
        }
        return claim;
    }

    private static ObjectNode sample(String name) {
        try {
            return (ObjectNode)
                    JSON.readTree(Path.of("edi-samples", name, "claim.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode naming(String replaced, ObjectNode claim) {
        return claim.deepCopy().put("replaces", replaced);
    }

    private static ObjectNode changed(ObjectNode claim, String pointer, String value) {
        int slash = pointer.lastIndexOf('/');
        claim.withObject(pointer.substring(0, slash)).put(pointer.substring(slash + 1), value);
        return claim;
    }

    private StoredClaim taken(ObjectNode claim) {
        Receipt receipt = handIn(claim);
        assertThat(receipt.issues()).isEmpty();
        return find(receipt.claimId());
    }

    private String issue(ObjectNode claim) {
        Receipt receipt = handIn(claim);
        assertThat(receipt.refused()).isTrue();
        assertThat(receipt.issues()).hasSize(1);
        return receipt.issues().get(0).path("code").asText();
    }

    private Receipt handIn(ObjectNode claim) {
        byte[] body = claim.toString().getBytes(StandardCharsets.UTF_8);
        return intake().accept(new Handover(body, "test", "r" + UUID.randomUUID(), true))
                .get(0);
    }

    private Intake intake() {
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        Admission admission = new Admission(ledger, new Claims(guides, clock), partners, clock);
        return new Intake(ledger, X12Alone.NO_MAPPINGS, ClaimMappings.load(Path.of("mappings/claims")), admission);
    }

    private StoredClaim find(String id) {
        return ledger.claims().find(id).orElseThrow();
    }

    private StoredClaim sent(StoredClaim claim) {
        Clock later = Clock.fixed(NOON.plus(Duration.ofHours(1)), ZoneOffset.UTC);
        assertThat(new Submission(ledger, partners, guides, later).run()).isEqualTo(1);
        return find(claim.id());
    }

    private String x12(StoredClaim claim) {
        return new String(ledger.interchanges().bytes(claim.position().interchange()), StandardCharsets.US_ASCII);
    }

    private void answered(StoredClaim claim, ClaimState state, String payerControlNumber) {
        ledger.claims()
                .advance(
                        claim.named(payerControlNumber == null ? "" : payerControlNumber),
                        ClaimEvent.own(NOON, state, "ANSWERED", null, "answered"));
    }

    private List<ObjectNode> messages() {
        return ledger.inTransaction(() -> ledger.outbox().lockUnpublished(1000)).stream()
                .map(Waiting::message)
                .map(message -> {
                    try {
                        return (ObjectNode) JSON.readTree(message.body());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }
}
