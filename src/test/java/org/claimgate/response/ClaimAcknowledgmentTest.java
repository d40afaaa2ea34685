package org.claimgate.response;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.claimgate.guide.Issue;
import org.junit.jupiter.api.Test;

class ClaimAcknowledgmentTest {

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
    void theCodesOfOneStatusAreOneMessageThatLeadsToAField() {
        ObjectNode document = claim("U", "A8:562:85", "A8:128:85");
        List<Issue> issues = ClaimAcknowledgment.of(document)
                .issues(document, Json.object("{'billing': {'npi': '1', 'employerId': '2'}}"));
        assertThat(issues).hasSize(1);
        assertThat(issues.get(0).code()).isEqualTo("STC:A8:562:85");
        assertThat(issues.get(0).pointer()).isEqualTo("/billing/npi");
        assertThat(issues.get(0).message())
                .isEqualTo("Rejected, fields contradict each other: national provider identifier of the party"
                        + " (billing provider), tax identifier of the party (billing provider)");
    }

    @Test
    void aLineStatusLeadsToItsServiceLine() {
        ObjectNode document = claim("U", "A3:247");
        document.set(
                "serviceLines",
                Json.object("{'lines': [{'lineItemControlNumber': 'L2', 'serviceClaimStatuses': ["
                                + "{'statusInformationActionCode': 'U', 'serviceStatuses': ["
                                + "{'healthCareClaimStatusCategoryCode': 'A7', 'statusCode': '507'}]}]}]}")
                        .get("lines"));
        ObjectNode sent = Json.object("{'claimInformation': {'serviceLines': [{'providerControlNumber': 'L1'},"
                + "{'providerControlNumber': 'L2', 'professionalService': {'procedureCode': '99999'}}]}}");
        assertThat(ClaimAcknowledgment.of(document).issues(document, sent))
                .extracting(Issue::pointer)
                .containsExactly("", "/claimInformation/serviceLines/1/professionalService/procedureCode");
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
