package org.claimgate.response;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimAcknowledgmentTest {

    private static final Rejections REJECTIONS =
            Rejections.load(Path.of("mappings"), Guides.load(Path.of("mappings", "x12")));

    private static final String LINES = "{'claimInformation': {'serviceLines': ["
            + "{'providerControlNumber': 'L1', 'professionalService': {'procedureCode': '99212', 'lineItemChargeAmount': '50'}},"
            + "{'providerControlNumber': 'L2', 'professionalService': {'procedureCode': '99213', 'lineItemChargeAmount': '50'}},"
            + "{'professionalService': {'procedureCode': '99212', 'lineItemChargeAmount': '50'}}]}}";

    @Test
    void theFirstThreeCategoriesAccept() {
        for (String category : List.of("A0", "A1", "A2")) {
            Outcome outcome =
                    ClaimAcknowledgment.of(claim("WQ", category + ":20")).outcome();
            assertThat(outcome.state()).isEqualTo(ClaimState.ACCEPTED);
            assertThat(outcome.kind()).isEqualTo("ACCEPTED_277CA");
        }
    }

    @Test
    void theOthersRejectWhateverTheActionCodeSays() {
        for (String category : List.of("A3", "A4", "A5", "A6", "A7", "A8")) {
            assertThat(ClaimAcknowledgment.of(claim("WQ", category + ":562:85"))
                            .outcome()
                            .state())
                    .isEqualTo(ClaimState.REJECTED);
        }
    }

    @Test
    void anUnknownCategoryIsDecidedByTheActionCode() {
        assertThat(ClaimAcknowledgment.of(claim("U", "DR04:20")).outcome().state())
                .isEqualTo(ClaimState.REJECTED);
        assertThat(ClaimAcknowledgment.of(claim("WQ", "DR02:20")).outcome().state())
                .isEqualTo(ClaimState.ACCEPTED);
        assertThat(ClaimAcknowledgment.of(claim("", "F0:3")).outcome().state()).isNull();
    }

    @Test
    void theCodesOfOneStatusAreOneMessageThatLeadsToEachField() {
        ObjectNode document = claim("U", "A8:562:85", "A8:128:85");
        SentClaim sent = sent("{'billing': {'npi': '1', 'employerId': '2'}}");
        List<Complaint> complaints = ClaimAcknowledgment.of(document).complaints(document, REJECTIONS, sent);
        assertThat(complaints).hasSize(1);
        Issue issue = complaints.get(0).issue();
        assertThat(issue.code()).isEqualTo("STC:A8:562:85");
        assertThat(issue.pointer()).isEqualTo("/billing/npi");
        assertThat(issue.message())
                .isEqualTo("Acknowledgment: rejected, fields contradict each other: Billing provider's NPI;"
                        + " Billing provider's tax id");
        assertThat(complaints.get(0).corrections())
                .extracting(Correction::pointer)
                .containsExactly("/billing/npi", "/billing/employerId");
        assertThat(complaints.get(0).corrections()).allSatisfy(correction -> {
            assertThat(correction.codes()).containsExactly("STC:A8:562:85", "STC:A8:128:85");
            assertThat(correction.said()).isEqualTo(issue.message());
            assertThat(correction.fix()).isNotEmpty();
        });
    }

    @Test
    void aCodeThatSaysHowSpeaksOfTheFieldsOfTheOtherCode() {
        ObjectNode document = claim("U", "A7:511", "A7:504:IL");
        List<Correction> corrections = corrections(document, sent("{'subscriber': {'lastName': 'DOE'}}"));
        assertThat(corrections).extracting(Correction::pointer).containsExactly("/subscriber/lastName");
        assertThat(corrections.get(0).fix()).contains("last name", "Take out characters");
        assertThat(corrections(claim("U", "A7:511"), sent("{}"))).isEmpty();
    }

    @Test
    void anEntityMayStandInTheOtherCode() {
        ObjectNode document = claim("U", "A8:562", "A8:128:85");
        assertThat(corrections(document, sent("{'billing': {'npi': '1'}}")))
                .extracting(Correction::pointer)
                .containsExactly("/billing/npi", "/billing/employerId");
    }

    @Test
    void whatIsNotKnownLeadsNowhereAndIsToldAllTheSame() {
        ObjectNode document = claim("U", "A7:38");
        List<Complaint> complaints = ClaimAcknowledgment.of(document).complaints(document, REJECTIONS, sent("{}"));
        assertThat(complaints.get(0).corrections()).isEmpty();
        assertThat(complaints.get(0).issue().code()).isEqualTo("STC:A7:38");
        assertThat(complaints.get(0).issue().message()).contains("rejected, information is invalid");
        assertThat(corrections(claim("U", "A7:9999"), sent("{}"))).isEmpty();
    }

    @Test
    void whatIsSaidOfTheClaimOfItsLinesLeadsToAllOfThem() {
        SentClaim sent = sent(
                "{'claimInformation': {'serviceLines': [{'serviceDate': '20260901'}, {'serviceDate': '20260902'}]}}");
        assertThat(corrections(claim("U", "A7:187"), sent))
                .extracting(Correction::pointer)
                .containsExactly(
                        "/claimInformation/serviceLines/0/serviceDate", "/claimInformation/serviceLines/1/serviceDate");
    }

    @Test
    void aClaimThatIsDuplicateAsAWholeOrFiledInAnotherKindHasItsOwnFields() {
        SentClaim institutional = new SentClaim(
                "institutional-claim",
                Json.object("{'claimInformation': {'claimDateInformation': {'statementBeginDate': '20260901'}}}"));
        assertThat(corrections(claim("U", "A7:187"), institutional))
                .extracting(Correction::pointer)
                .containsExactly("/claimInformation/claimDateInformation/statementBeginDate");
        assertThat(corrections(claim("U", "A3:684"), institutional))
                .extracting(Correction::pointer)
                .containsExactly("");
    }

    @Test
    void aClaimWhoseContentIsGoneStillHasFields() {
        SentClaim gone = new SentClaim("professional-claim", null);
        assertThat(corrections(claim("U", "A7:562:85"), gone))
                .extracting(Correction::pointer)
                .containsExactly("/billing/npi");
        assertThat(corrections(claim("U", "A7:507"), gone))
                .extracting(Correction::pointer)
                .containsExactly("/claimInformation/serviceLines");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "by its control number, 'L2', '', '', 1",
        "by its place where it has no number, '3', '', '', 2",
        "by what was done and charged, '', '99213', '50.0', 1",
        "not by what two lines share, '', '99212', '50', -1",
        "not by a number that no line has, 'L9', '99213', '50', -1"
    })
    void aLineStatusLeadsToItsServiceLine(String how, String number, String procedure, String charge, int line) {
        ObjectNode document = claim("U", "A3:247");
        ObjectNode answered = document.putArray("serviceLines").addObject();
        answered.put("lineItemControlNumber", number);
        answered.putObject("service").put("procedureCode", procedure).put("chargeAmount", charge);
        fill(answered.withArray("serviceClaimStatuses").addObject(), "serviceStatuses", "U", "A7:507");
        List<String> pointers = corrections(document, sent(LINES)).stream()
                .map(Correction::pointer)
                .toList();
        assertThat(pointers)
                .as(how)
                .containsExactlyElementsOf(line < 0 ? List.of(code(0), code(1), code(2)) : List.of(code(line)));
    }

    @Test
    void linesWithoutAnythingToKnowThemByAreInOrderWhenAllAreAnswered() {
        ObjectNode document = claim("U", "A3:247");
        for (String code : List.of("A2:20", "A7:507", "A7:38")) {
            ObjectNode answered = document.withArray("serviceLines").addObject();
            fill(answered.withArray("serviceClaimStatuses").addObject(), "serviceStatuses", "WQ", code);
        }
        assertThat(corrections(document, sent(LINES)))
                .extracting(Correction::pointer)
                .as("of a code that is not known, the line as a whole")
                .containsExactly(code(1), "/claimInformation/serviceLines/2");
    }

    private static String code(int line) {
        return "/claimInformation/serviceLines/" + line + "/professionalService/procedureCode";
    }

    private static List<Correction> corrections(ObjectNode document, SentClaim sent) {
        return ClaimAcknowledgment.of(document).complaints(document, REJECTIONS, sent).stream()
                .flatMap(complaint -> complaint.corrections().stream())
                .toList();
    }

    private static SentClaim sent(String json) {
        return new SentClaim("professional-claim", Json.object(json));
    }

    @Test
    void aBatchIsReceivedOrRejectedAsAWhole() {
        ClaimAcknowledgment rejected = ClaimAcknowledgment.of(batch("A3:746", "U"));
        assertThat(rejected.level()).isEqualTo(ClaimAcknowledgment.Level.BATCH);
        assertThat(rejected.batchReference()).isEqualTo("B1");
        assertThat(rejected.outcome().state()).isEqualTo(ClaimState.REJECTED);
        assertThat(ClaimAcknowledgment.of(batch("A1:19", "WQ")).outcome().state())
                .isEqualTo(ClaimState.RECEIVED);
    }

    @Test
    void aProviderWithoutAStatusSharesThatOfItsBatch() {
        ObjectNode document = batch("A3:24", "U");
        document.putObject("serviceProvider").put("npi", "1234567893");
        ClaimAcknowledgment answer = ClaimAcknowledgment.of(document);
        assertThat(answer.level()).isEqualTo(ClaimAcknowledgment.Level.PROVIDER);
        assertThat(answer.provider()).isEqualTo("1234567893");
        assertThat(answer.outcome().isRejection()).isTrue();
    }

    private static ObjectNode claim(String action, String... codes) {
        ObjectNode document = Json.object("{'claimTransactionBatchNumber': 'B1', 'claimStatus': {"
                + "'referencedTransactionTraceNumber': 'A1', 'informationClaimStatuses': [{}]}}");
        ObjectNode status = (ObjectNode) document.at("/claimStatus/informationClaimStatuses/0");
        fill(status, "informationStatuses", action, codes);
        return document;
    }

    private static ObjectNode batch(String code, String action) {
        ObjectNode document = Json.object("{'claimTransactionBatchNumber': 'B1', 'providerClaimStatuses': [{}]}");
        fill((ObjectNode) document.at("/providerClaimStatuses/0"), "providerStatuses", action, code);
        return document;
    }

    private static void fill(ObjectNode status, String list, String action, String... codes) {
        status.put("statusInformationActionCode", action);
        for (String code : codes) {
            String[] parts = code.split(":");
            ObjectNode item = status.withArray(list).addObject();
            item.put("healthCareClaimStatusCategoryCode", parts[0]).put("statusCode", parts[1]);
            if (parts.length > 2) {
                item.put("entityIdentifierCode", parts[2]);
            }
        }
    }
}
