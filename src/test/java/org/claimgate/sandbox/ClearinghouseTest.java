package org.claimgate.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.claimgate.sandbox.Drops.institutional;
import static org.claimgate.sandbox.Drops.interchange;
import static org.claimgate.sandbox.Drops.professional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes back for what is dropped, read as its receiver reads it. */
class ClearinghouseTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-09-01T10:15:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void acknowledgments_are_taken_and_not_answered() throws Exception {
        for (String sample : List.of("999/rejected", "999/accepted", "TA1/rejected")) {
            byte[] file = Files.readAllBytes(Path.of("edi-samples", sample, "received.x12"));
            assertThat(clearinghouse().answer(file)).as(sample).isEmpty();
        }
    }

    @Test
    void a_claim_is_accepted_and_paid_in_full() throws Exception {
        Answers answers = answer(interchange("000000042", professional("SANDPAID", "PAT1", "100.00", "50.5")));

        assertThat(answers.kinds())
                .containsExactly(
                        "interchange-acknowledgment",
                        "implementation-acknowledgment",
                        "claim-acknowledgment",
                        "claim-payment");
        assertThatObject(answers.acknowledgedInterchange().at("/interchangeAcknowledgment"))
                .satisfies(is("interchangeControlNumber", "000000042"), is("interchangeDate", "260901"))
                .satisfies(is("acknowledgmentCode", "A"), is("noteCode", "000"));
        assertThatObject(answers.acknowledgedSets().get(0).at("/functionalGroup"))
                .satisfies(is("groupControlNumber", "77"), is("versionIdentifier", "005010X222A1"));
        assertThatObject(answers.acknowledgedSets().get(0).at("/acknowledgedSet"))
                .satisfies(is("transactionSetControlNumber", "0001"), is("acknowledgmentCode", "A"));
        assertThatObject(answers.acknowledgedSets().get(1).at("/groupAcknowledgment"))
                .satisfies(is("acknowledgmentCode", "A"), is("setsAccepted", "1"));
        ObjectNode status = answers.statuses().get(0);
        assertThat(status.path("claimTransactionBatchNumber").asText()).isEqualTo("B000000042");
        assertThat(codes(status)).isEqualTo("A2:20:");
        assertThatObject(status.at("/claimStatus"))
                .satisfies(is("referencedTransactionTraceNumber", "PAT1"), is("clearinghouseTraceNumber", "OWN-PAT1"))
                .satisfies(is("claimServiceBeginDate", "20260701"), is("claimServiceEndDate", "20260702"));
        ObjectNode payment = answers.payments().get(0);
        assertThatObject(payment.at("/claimPaymentInfo"))
                .satisfies(is("patientControlNumber", "PAT1"), is("claimStatusCode", "1"))
                .satisfies(is("claimPaymentAmount", "150.5"), is("claimFilingIndicatorCode", "ZZ"))
                .satisfies(is(
                        "payerClaimControlNumber",
                        status.at("/claimStatus/tradingPartnerClaimNumber").asText()));
        assertThatObject(payment.at("/serviceLines/1"))
                .satisfies(is("lineItemControlNumber", "PAT1-2"), is("serviceDate", "20260702"));
        assertThat(payment.at("/financialInformation/totalActualProviderPaymentAmount")
                        .asText())
                .isEqualTo("150.5");
        answers.assertBalanced();
    }

    @Test
    void an_institutional_claim_is_paid_by_revenue_code() throws Exception {
        Answers answers = answer(interchange("000000001", institutional("ANYPAYER", "INST1", "900", "85.25")));

        assertThatObject(answers.statuses().get(0).at("/claimStatus"))
                .satisfies(is("billTypeIdentifier", "111"), is("claimServiceEndDate", "20260803"));
        ObjectNode payment = answers.payments().get(0);
        assertThatObject(payment.at("/serviceLines/0/servicePaymentInformation"))
                .satisfies(is("productOrServiceIDQualifier", "NU"), is("adjudicatedProcedureCode", "0120"));
        assertThatObject(payment.at("/serviceLines/1/servicePaymentInformation"))
                .satisfies(is("adjudicatedProcedureCode", "80053"))
                .satisfies(is("nationalUniformBillingCommitteeRevenueCode", "0300"));
        assertThatObject(payment.at("/claimPaymentInfo")).satisfies(is("diagnosisRelatedGroupDRGCode", "287"));
        assertThatObject(payment).satisfies(is("claimStatementPeriodEnd", "20260803"));
        answers.assertBalanced();
    }

    @Test
    void adjustments_name_their_reasons() throws Exception {
        Answers answers = answer(interchange("000000001", professional("SANDADJ", "PAT1", "100", "50")));

        ObjectNode payment = answers.payments().get(0);
        assertThatObject(payment.at("/claimPaymentInfo"))
                .satisfies(is("claimPaymentAmount", "80"), is("patientResponsibilityAmount", "40"));
        JsonNode adjustments = payment.at("/serviceLines/0/serviceAdjustments");
        assertThat(adjustments.at("/0/claimAdjustmentGroupCode").asText()).isEqualTo("CO");
        assertThatObject(adjustments.at("/0/adjustments/0")).satisfies(is("reason", "45"), is("amount", "20"));
        assertThatObject(adjustments.at("/1/adjustments/0")).satisfies(is("reason", "1"), is("amount", "25"));
        assertThatObject(adjustments.at("/1/adjustments/1")).satisfies(is("reason", "3"), is("amount", "15"));
        answers.assertBalanced();
    }

    @Test
    void a_denied_claim_is_in_an_835_that_pays_nothing() throws Exception {
        Answers answers = answer(interchange("000000001", professional("SANDDENY", "PAT1", "100")));

        ObjectNode payment = answers.payments().get(0);
        assertThatObject(payment.at("/claimPaymentInfo"))
                .satisfies(is("claimStatusCode", "4"), is("claimPaymentAmount", "0"));
        assertThatObject(payment.at("/financialInformation"))
                .satisfies(is("paymentMethodCode", "NON"), is("totalActualProviderPaymentAmount", "0"));
        answers.assertBalanced();
    }

    @Test
    void a_set_of_claims_that_ask_for_it_is_rejected_by_the_999() throws Exception {
        byte[] file = interchange(
                "000000001", professional("SAND999R", "PAT1", "100"), professional("SAND999R", "PAT2", "100"));
        Answers answers = answer(file);

        assertThat(answers.kinds()).containsExactly("interchange-acknowledgment", "implementation-acknowledgment");
        ObjectNode set = answers.acknowledgedSets().get(0);
        assertThatObject(set.at("/acknowledgedSet"))
                .satisfies(is("acknowledgmentCode", "R"))
                .satisfies(acknowledged ->
                        assertThat(acknowledged.at("/errorCodes/0").asText()).isEqualTo("5"));
        assertThat(set.path("segmentErrors")).hasSize(2);
        for (JsonNode error : set.path("segmentErrors")) {
            assertThat(segment(file, error.path("segmentPosition").asInt())).isEqualTo("HI*ABK:J0190");
        }
        assertThatObject(set.at("/segmentErrors/1/contexts/0")).satisfies(is("contextReference", "PAT2"));
        assertThatObject(set.at("/segmentErrors/1/elementErrors/0"))
                .satisfies(is("elementPosition", "1"), is("componentPosition", "2"))
                .satisfies(is("errorCode", "7"), is("badValue", "J0190"));
        assertThatObject(answers.acknowledgedSets().get(1).at("/groupAcknowledgment"))
                .satisfies(is("acknowledgmentCode", "R"), is("setsAccepted", "0"));
    }

    @Test
    void a_set_with_errors_is_rejected_by_the_999_with_what_was_found() throws Exception {
        ObjectNode claim = professional("SANDPAID", "PAT1", "100");
        claim.withObject("/subscriber").put("gender", "X");
        byte[] file = Drops.faultyInterchange("000000001", claim);
        Answers answers = answer(file);

        assertThat(answers.kinds()).containsExactly("interchange-acknowledgment", "implementation-acknowledgment");
        JsonNode error = answers.acknowledgedSets().get(0).at("/segmentErrors/0");
        assertThat(segment(file, error.path("segmentPosition").asInt())).startsWith("DMG*D8*");
        assertThatObject(error).satisfies(is("segmentId", "DMG"), is("errorCode", "8"));
        assertThatObject(error.at("/elementErrors/0")).satisfies(is("elementPosition", "3"), is("errorCode", "7"));
    }

    @Test
    void the_277ca_rejects_a_claim_beside_one_that_is_paid() throws Exception {
        Answers answers = answer(interchange(
                "000000001", professional("SAND277R", "PAT1", "70"), professional("SANDPAID", "PAT2", "30")));

        assertThat(answers.statuses()).hasSize(2);
        assertThat(codes(answers.statuses().get(0))).isEqualTo("A7:164:IL");
        assertThatObject(answers.statuses().get(0).at("/claimStatus/informationClaimStatuses/0"))
                .satisfies(is("statusInformationActionCode", "U"), is("totalClaimChargeAmount", "70"));
        assertThatObject(answers.statuses().get(0).at("/receiverTotals"))
                .satisfies(is("acceptedAmount", "30"), is("rejectedAmount", "70"));
        assertThat(answers.payments()).hasSize(1);
        assertThatObject(answers.payments().get(0).at("/claimPaymentInfo"))
                .satisfies(is("patientControlNumber", "PAT2"));
        answers.assertBalanced();
    }

    @Test
    void the_277ca_rejects_a_batch_without_naming_a_claim() throws Exception {
        Answers answers = answer(interchange(
                "000000001", professional("SANDBATCH", "PAT1", "70"), professional("SANDBATCH", "PAT2", "30")));

        assertThat(answers.kinds()).endsWith("claim-acknowledgment").doesNotContain("claim-payment");
        ObjectNode status = answers.statuses().get(0);
        assertThat(answers.statuses()).hasSize(1);
        assertThat(status.has("claimStatus")).isFalse();
        assertThat(status.path("claimTransactionBatchNumber").asText()).isEqualTo("B000000001");
        assertThatObject(status.at("/providerClaimStatuses/0/providerStatuses/0"))
                .satisfies(is("healthCareClaimStatusCategoryCode", "A3"), is("statusCode", "24"));
        assertThatObject(status.at("/receiverTotals"))
                .satisfies(is("rejectedClaimCount", "2"), is("rejectedAmount", "100"));
    }

    @Test
    void part_of_a_batch_is_rejected() throws Exception {
        Answers answers = answer(interchange(
                "000000001", professional("SANDPART", "PAT1", "70"), professional("SANDPART", "PAT2", "30", "20")));

        assertThat(answers.statuses()).extracting(ClearinghouseTest::codes).containsExactly("A6:21:", "A2:20:");
        assertThat(answers.payments()).hasSize(1);
    }

    @Test
    void its_own_reports_tell_of_every_claim() throws Exception {
        List<Answer> answers = clearinghouse()
                .answer(interchange(
                        "000000001",
                        professional("SANDPART", "PAT1", "70"),
                        professional("SANDPART", "PAT2", "30", "20")));

        String claims = text(answers.get(3)).replaceAll("PCN\\d+", "PCN");
        assertThat(claims)
                .contains("FIL||000000001|2\nCLM|PAT1|")
                .contains("|70.00|REJ\nMSG|PY|A6-21|Information is missing\nCLM|PAT2|")
                .contains("|50.00|ACC\nTRL|2|120.00\n");
        assertThat(text(answers.get(4)).lines())
                .allSatisfy(record -> assertThat(record).hasSize(120))
                .extracting(record -> record.substring(0, 2) + record.substring(119))
                .containsExactly("10 ", "20E", "30R", "35 ", "30A", "80 ", "90 ");
    }

    @Test
    void the_report_of_batches_tells_of_a_refused_one_without_its_claims() throws Exception {
        List<Answer> answers =
                clearinghouse().answer(interchange("000000001", professional("SANDBATCH", "PAT1", "70")));

        assertThat(text(answers.get(4)).lines())
                .extracting(record -> record.substring(0, 2) + record.substring(119))
                .containsExactly("10 ", "20R", "25 ", "80 ", "90 ");
    }

    @Test
    void a_payment_is_reversed_and_corrected_by_a_later_835() throws Exception {
        List<Answer> answers = clearinghouse().answer(interchange("000000001", professional("SANDREV", "PAT1", "100")));

        assertThat(answers)
                .extracting(Answer::kind)
                .containsExactly("TA1", "999", "277CA", "report", "batches", "835", "835");
        assertThat(answers).extracting(Answer::later).containsExactly(false, false, false, false, false, false, true);
        Answers second = Answers.of(List.of(answers.get(6).bytes()));
        assertThat(second.payments()).hasSize(2);
        assertThatObject(second.payments().get(0).at("/claimPaymentInfo"))
                .satisfies(is("claimStatusCode", "22"), is("claimPaymentAmount", "-100"));
        assertThatObject(second.payments().get(1).at("/claimPaymentInfo"))
                .satisfies(is("claimStatusCode", "1"), is("claimPaymentAmount", "90"));
        assertThatObject(second.closingPayments().get(0).at("/providerAdjustments/0/adjustments/0"))
                .satisfies(is("adjustmentReasonCode", "FB"), is("providerAdjustmentAmount", "-10"));
        second.assertBalanced();
    }

    @Test
    void every_payer_pays_for_itself() throws Exception {
        Answers answers = answer(interchange(
                "000000001",
                professional("SANDPAID", "PAT1", "70"),
                professional("SANDADJ", "PAT2", "100"),
                professional("SANDPAID", "PAT3", "5")));

        assertThat(answers.payments())
                .extracting(payment -> payment.at("/claimPaymentInfo/patientControlNumber")
                                .asText() + " "
                        + payment.at("/financialInformation/totalActualProviderPaymentAmount")
                                .asText() + " "
                        + payment.at("/envelope/transactionSetControlNumber").asText())
                .containsExactly("PAT1 75 0001", "PAT3 75 0001", "PAT2 40 0002");
        answers.assertBalanced();
    }

    @Test
    void silence_is_kept() throws Exception {
        assertThat(clearinghouse().answer(interchange("000000001", professional("SANDSILENT", "PAT1", "1"))))
                .isEmpty();

        Answers mixed = answer(interchange(
                "000000002", professional("SANDSILENT", "PAT1", "1"), professional("SANDPAID", "PAT2", "1")));
        assertThat(mixed.statuses()).hasSize(1);
        assertThat(mixed.payments()).hasSize(1);
    }

    @Test
    void numbers_are_not_used_again_after_a_restart() throws Exception {
        List<String> numbers = new ArrayList<>();
        for (int start = 0; start < 2; start++) {
            clearinghouse().answer(interchange("000000001", professional("SANDPAID", "PAT1", "1"))).stream()
                    .filter(Answer::isX12)
                    .forEach(answer -> numbers.add(text(answer).substring(90, 99)));
        }
        assertThat(numbers).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void a_file_without_an_interchange_has_nobody_to_answer() {
        assertThatThrownBy(() -> clearinghouse().answer("hello".getBytes(US_ASCII)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no interchange");
    }

    @ParameterizedTest
    @MethodSource("sampleFiles")
    void every_sample_claim_is_answered_without_fault(Path sample) throws Exception {
        List<Answer> answers = clearinghouse().answer(Files.readAllBytes(sample));

        Answers read = Answers.inX12(answers);
        if (!read.payments().isEmpty()) {
            read.assertBalanced();
        }
        assertThat(answers.isEmpty()).isEqualTo(sample.toString().contains("silent"));
    }

    static Stream<Path> sampleFiles() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("edi-samples"))) {
            return files.filter(file -> file.toString().matches(".*/837[PI]/.*/expected.x12")).toList().stream();
        }
    }

    @Test
    void a_submitter_drops_a_file_over_sftp_and_picks_up_the_answers() throws Exception {
        try (SandboxServer server = Sandbox.start(folder, 0, Drops.GUIDES, CLOCK);
                SftpUser user = SftpUser.withPassword(folder, server.port(), "sandbox", "sandbox")) {
            user.drop("sandbox_1.x12", interchange("000000001", professional("SANDREV", "PAT1", "100")));
            List<byte[]> files = new ArrayList<>();
            await().untilAsserted(() -> {
                files.addAll(user.pickUp());
                assertThat(files).hasSize(7);
            });

            Answers answers = Answers.of(files.stream()
                    .filter(file -> new String(file, US_ASCII).startsWith("ISA"))
                    .toList());
            assertThat(answers.payments())
                    .extracting(payment ->
                            payment.at("/claimPaymentInfo/claimStatusCode").asText())
                    .containsExactly("1", "22", "1");
            answers.assertBalanced();
        }
    }

    private Clearinghouse clearinghouse() throws IOException {
        return new Clearinghouse(
                Drops.GUIDES,
                new ControlNumbers(folder.resolve("control-numbers.properties")),
                new KnownClaims(folder.resolve("known-claims.jsonl")),
                CLOCK);
    }

    private Answers answer(byte[] file) throws IOException {
        return Answers.inX12(clearinghouse().answer(file));
    }

    private static String text(Answer answer) {
        return new String(answer.bytes(), US_ASCII);
    }

    private static String codes(ObjectNode status) {
        JsonNode code = status.at("/claimStatus/informationClaimStatuses/0/informationStatuses/0");
        return code.path("healthCareClaimStatusCategoryCode").asText() + ":"
                + code.path("statusCode").asText() + ":"
                + code.path("entityIdentifierCode").asText();
    }

    /** The segment at a position of the file's only set, ST being 1. */
    private static String segment(byte[] file, int position) {
        return new String(file, US_ASCII).split("~")[position + 1];
    }

    private static Consumer<JsonNode> is(String field, String value) {
        return node -> assertThat(node.path(field).asText()).as(field).isEqualTo(value);
    }
}
