package org.claimgate.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimgate.guide.ClaimWritingTest.claim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.claimgate.x12.Delimiters;
import org.junit.jupiter.api.Test;

/** What is wrong with claims that shall become an 837: named by their fields, and left out. */
class RefusedClaimsTest {

    @Test
    void everythingMissingIsNamedAtOnceByItsField() {
        ObjectNode claim = claim("A");
        claim.remove("billing");
        ((ObjectNode) claim.get("claimInformation")).remove("claimChargeAmount");
        ((ObjectNode) claim.at("/claimInformation/serviceLines/0/professionalService")).put("serviceUnitCount", "one");
        ((ObjectNode) claim.at("/subscriber")).put("dateOfBirth", "19700231");

        assertThat(GuideText.GUIDES.forVocabulary("professional-claim").check(claim).stream()
                        .map(GuideText::line))
                .containsExactly(
                        "IK304:I7 2010AA NM1 /billing",
                        "IK403:8 2010BA DMG02 /subscriber/dateOfBirth",
                        "IK403:1 2300 CLM02 /claimInformation/claimChargeAmount",
                        "IK403:6 2400 SV104 /claimInformation/serviceLines/0/professionalService/serviceUnitCount");
    }

    @Test
    void nothingThatAClaimSaysIsDroppedInSilence() {
        ObjectNode claim = claim("A");
        ObjectNode line = (ObjectNode) claim.at("/claimInformation/serviceLines/0");
        line.put("serviceDateEnd", "20261102").remove("serviceDate");
        line.set(
                "formIdentification",
                GuideText.json("{\"forms\": [{\"formTypeCode\": \"UT\", \"formIdentifier\": \"1\"}]}")
                        .get("forms"));
        ((ObjectNode) claim.at("/claimInformation"))
                .set("claimNote", GuideText.json("{\"additionalInformation\": {\"text\": \"NOTE\"}}"));
        ((ObjectNode) claim.at("/claimInformation")).put("fileInformationList", "NO LIST");
        ((ObjectNode) claim.at("/claimInformation"))
                .set("claimSupplementalInformation", GuideText.json("{\"reportInformations\": [{}]}"));

        assertThat(GuideText.GUIDES.forVocabulary("professional-claim").check(claim).stream()
                        .map(GuideText::line))
                .containsExactly(
                        "JSON:type   /claimInformation/fileInformationList",
                        "IK403:1 2300 PWK01 /claimInformation/claimSupplementalInformation/reportInformations/0/attachmentReportTypeCode",
                        "IK403:1 2300 PWK02 /claimInformation/claimSupplementalInformation/reportInformations/0/attachmentTransmissionCode",
                        "JSON:type 2300 NTE02 /claimInformation/claimNote/additionalInformation",
                        "IK403:1 2400 DTP03 /claimInformation/serviceLines/0/serviceDate",
                        "IK304:3 2440 FRM /claimInformation/serviceLines/0/formIdentification/0/supportingDocumentation");
    }

    @Test
    void dataThatHoldsASeparatorIsRefusedOrReplaced() {
        ObjectNode claim = claim("A");
        ((ObjectNode) claim.get("billing")).put("organizationName", "CLINIC: NORTH*SOUTH");
        Guide guide = GuideText.GUIDES.forVocabulary("professional-claim");

        assertThat(guide.check(claim).stream().map(GuideText::line))
                .containsExactly("IK403:6 2010AA NM103 /billing/organizationName");
        assertThat(guide.check(claim, Delimiters.USUAL, ' ')).isEmpty();
    }

    @Test
    void anEnvelopeThatCannotBeWrittenRefusesItsDocumentAlone() throws IOException {
        ObjectNode bad = claim("A");
        ((ObjectNode) bad.get(Envelope.FIELD)).put("interchangeControlNumber", "12345678901");
        Guide guide = GuideText.GUIDES.forVocabulary("professional-claim");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Issue> issues = new ArrayList<>();

        try (DocumentWriter writer = new DocumentWriter(out, Delimiters.USUAL, "", null, issues::add)) {
            writer.write(guide, bad);
            writer.write(guide, claim("B"));
        }

        assertThat(issues.stream().map(GuideText::line))
                .containsExactly("IK403:5  ISA13 /envelope/interchangeControlNumber");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("CLM*B*").doesNotContain("CLM*A*");
    }

    @Test
    void anEnvelopeThatIsNotAsX12HasItIsRefusedFieldByField() throws IOException {
        ObjectNode claim = claim("A");
        ObjectNode envelope = (ObjectNode) claim.get(Envelope.FIELD);
        ((ObjectNode) envelope.get("sender")).remove("id");
        ((ObjectNode) envelope.get("receiver")).put("qualifier", "QQ");
        envelope.put("interchangeControlNumber", "1");
        envelope.put("interchangeTime", 1200);
        envelope.put("usageIndicator", "X");
        envelope.put("functionalIdentifier", "HP");
        envelope.put("applicationSender", " SENDER");
        envelope.put("version", "005010X221A1");
        envelope.remove("groupControlNumber");
        envelope.put("transactionSetControlNumber", "1");
        Guide guide = GuideText.GUIDES.forVocabulary("professional-claim");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Issue> issues = new ArrayList<>();

        try (DocumentWriter writer = new DocumentWriter(out, Delimiters.USUAL, "", null, issues::add)) {
            assertThat(writer.write(guide, claim)).isFalse();
        }

        assertThat(issues.stream().map(GuideText::line))
                .containsExactly(
                        "JSON:type   /envelope/interchangeTime",
                        "IK403:1  ISA06 /envelope/sender/id",
                        "IK403:7  ISA07 /envelope/receiver/qualifier",
                        "IK403:4  ISA13 /envelope/interchangeControlNumber",
                        "IK403:7  ISA15 /envelope/usageIndicator",
                        "IK403:7  GS01 /envelope/functionalIdentifier",
                        "IK403:6  GS02 /envelope/applicationSender",
                        "IK403:1  GS06 /envelope/groupControlNumber",
                        "IK403:4  ST02 /envelope/transactionSetControlNumber",
                        "IK403:7  GS08 /envelope/version");
        assertThat(out.size()).isZero();
    }

    @Test
    void whatTheGuideHasNoPlaceForIsNamedAndItsClaimNotWritten() throws IOException {
        ObjectNode claim = claim("A");
        claim.put("note", "to whom it may concern");
        ((ObjectNode) claim.at("/claimInformation/serviceLines/0")).put("service/Date", "20261101");
        ((ObjectNode) claim.get("billing"))
                .putObject("x12")
                .put("2010AA.NM1*85.11", "")
                .put("2010AA.N4.1", "hidden behind a field")
                .put("2300.REF*P4.3", "in another object");
        ((ObjectNode) claim.get("claimInformation"))
                .putObject("x12")
                .putArray("2300.unrecognized")
                .add("ZZZ*1");
        Guide guide = GuideText.GUIDES.forVocabulary("professional-claim");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Issue> issues = new ArrayList<>();

        try (DocumentWriter writer = new DocumentWriter(out, Delimiters.USUAL, "", null, issues::add)) {
            assertThat(writer.write(guide, claim)).isFalse();
        }

        assertThat(issues.stream().map(GuideText::line))
                .containsExactly(
                        "JSON:unknown   /billing/x12/2010AA.N4.1",
                        "JSON:unknown   /billing/x12/2300.REF*P4.3",
                        "JSON:unknown   /claimInformation/serviceLines/0/service~1Date",
                        "JSON:unknown   /claimInformation/x12/2300.unrecognized",
                        "JSON:unknown   /note");
        assertThat(out.size()).isZero();
    }

    @Test
    void aCodeOfAnOpenListThatNoSegmentCanCarryIsAnErrorAndNotOnlyAWarning() {
        ObjectNode claim = claim("A");
        ((ObjectNode) claim.at("/billing/address")).put("state", "Q*");

        assertThat(GuideText.GUIDES.forVocabulary("professional-claim").check(claim))
                .filteredOn(Issue::isError)
                .extracting(GuideText::line)
                .containsExactly("IK403:6 2010AA N402 /billing/address/state");
    }

    @Test
    void aClaimThatContradictsTheHeadOfItsSetIsLeftOutAndNamed() throws IOException {
        List<ObjectNode> claims = List.of(claim("A"), claim("B"), claim("C"), claim("D"));
        for (int other = 1; other <= 2; other++) {
            ((ObjectNode) claims.get(other).get("submitter")).put("organizationName", "ANOTHER SERVICE");
        }
        Guide guide = GuideText.GUIDES.forVocabulary("professional-claim");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Issue> issues = new ArrayList<>();

        try (DocumentWriter writer = new DocumentWriter(out, Delimiters.USUAL, "", null, issues::add)) {
            for (ObjectNode claim : claims) {
                writer.write(guide, claim);
            }
        }

        assertThat(issues.stream().map(GuideText::line)).containsExactly("IK304:4 ST ST", "IK304:4 ST ST");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("CLM*A*", "CLM*D*")
                .doesNotContain("CLM*B*", "CLM*C*", "HL*3*");
    }
}
