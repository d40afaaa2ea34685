package org.claimgate.response;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.claimgate.guide.Issue;
import org.junit.jupiter.api.Test;

class AcknowledgmentTest {

    @Test
    void aTa1SpeaksOfOneInterchange() {
        InterchangeAcknowledgment answer = InterchangeAcknowledgment.of(ta1("R", "006"));
        assertThat(answer.interchange()).isEqualTo("000000012");
        assertThat(answer.outcome().kind()).isEqualTo("REJECTED_TA1");
        assertThat(answer.outcome().state()).isEqualTo(ClaimState.REJECTED);
        assertThat(answer.outcome().issues()).extracting(Issue::code).containsExactly("TA105:006");
        assertThat(InterchangeAcknowledgment.of(ta1("A", "000")).outcome().state())
                .isEqualTo(ClaimState.RECEIVED);
        assertThat(InterchangeAcknowledgment.of(ta1("E", "019")).outcome().isRejection())
                .isFalse();
        assertThat(InterchangeAcknowledgment.of(ta1("Z", "000")).outcome().state())
                .isNull();
    }

    @Test
    void aSetThatIsAcceptedWithErrorsGoesOn() {
        Outcome outcome = SetAcknowledgment.of(set("E")).outcome();
        assertThat(outcome.kind()).isEqualTo("ACCEPTED_WITH_ERRORS_999");
        assertThat(outcome.state()).isEqualTo(ClaimState.RECEIVED);
        assertThat(outcome.issues()).noneMatch(Issue::isError);
    }

    @Test
    void everyRefusalOfASetIsARejection() {
        for (String code : List.of("R", "M", "W", "X")) {
            assertThat(SetAcknowledgment.of(set(code)).outcome().state()).isEqualTo(ClaimState.REJECTED);
        }
        assertThat(SetAcknowledgment.of(set("Q")).outcome().state()).isNull();
    }

    @Test
    void aSetAcknowledgmentNamesTheSetAndTheElement() {
        SetAcknowledgment answer = SetAcknowledgment.of(set("R"));
        assertThat(answer.functionalIdentifier()).isEqualTo("HC");
        assertThat(answer.group()).isEqualTo("7");
        assertThat(answer.set()).isEqualTo("0001");
        List<SetAcknowledgment.ClaimIssue> issues = answer.issues(null, List.of(claim("OTHER"), claim("A1")));
        assertThat(issues).hasSize(2);
        assertThat(issues.get(0).first()).isEqualTo(1);
        assertThat(issues.get(0).mayConcern(0)).isFalse();
        assertThat(issues.get(0).issue().code()).isEqualTo("IK403:7");
        assertThat(issues.get(0).issue().place().loop()).isEqualTo("2010AA");
        assertThat(issues.get(0).issue().place().element()).isEqualTo(9);
        assertThat(issues.get(0).issue().place().repetition()).isEqualTo(2);
        assertThat(issues.get(0).issue().trigger().segment()).isEqualTo("NM1");
        assertThat(issues.get(0).issue().trigger().element()).isEqualTo(8);
        assertThat(issues.get(1).issue().trigger()).isNull();
        assertThat(issues.get(1).mayConcern(0)).isTrue();
        assertThat(issues.get(1).issue().code()).isEqualTo("IK304:3");
    }

    @Test
    void theGroupSpeaksForSetsThatAreNotNamed() {
        assertThat(GroupAcknowledgment.of(group("P")).outcome().state()).isEqualTo(ClaimState.RECEIVED);
        Outcome rejected = GroupAcknowledgment.of(group("R")).outcome();
        assertThat(rejected.state()).isEqualTo(ClaimState.REJECTED);
        assertThat(rejected.issues()).extracting(Issue::code).containsExactly("AK905:2");
    }

    private static ObjectNode ta1(String code, String note) {
        return Json.object("{'interchangeAcknowledgment': {'interchangeControlNumber': '000000012',"
                + "'interchangeDate': '261122', 'interchangeTime': '1200', 'acknowledgmentCode': '" + code
                + "', 'noteCode': '" + note + "'}}");
    }

    private static ObjectNode set(String code) {
        return Json.object("{'functionalGroup': {'functionalIdentifierCode': 'HC', 'groupControlNumber': '7'},"
                + "'acknowledgedSet': {'transactionSetIdentifierCode': '837', 'transactionSetControlNumber': '0001',"
                + "'acknowledgmentCode': '" + code + "', 'errorCodes': ['5']},"
                + "'segmentErrors': [{'segmentId': 'NM1', 'segmentPosition': '9', 'loopIdentifier': '2010AA',"
                + "'errorCode': '8', 'contexts': [{'contextName': 'CLM01', 'contextReference': 'A1'}],"
                + "'elementErrors': [{'elementPosition': '9', 'repetitionPosition': '2', 'errorCode': '7', 'badValue': '123',"
                + "'contexts': [{'contextName': 'SITUATIONAL TRIGGER', 'segmentId': 'NM1', 'segmentPosition': '9',"
                + "'loopIdentifier': '2010AA', 'elementPosition': '8'}]}]},"
                + "{'segmentId': 'REF', 'segmentPosition': '11', 'errorCode': '3'}]}");
    }

    private static ObjectNode group(String code) {
        return Json.object("{'functionalGroup': {'functionalIdentifierCode': 'HC', 'groupControlNumber': '7'},"
                + "'groupAcknowledgment': {'acknowledgmentCode': '" + code + "', 'errorCodes': ['2']}}");
    }

    private static ObjectNode claim(String patientControlNumber) {
        return Json.object("{'claimInformation': {'patientControlNumber': '" + patientControlNumber + "'}}");
    }
}
