package org.claimgate.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How claims become an 837: who shares which loop, and the way back from a place to a field. */
class ClaimWritingTest {

    private static final String GUIDE = "005010X222A1";

    static ObjectNode claim(String control) {
        return GuideText.json(
                """
                {"envelope": {"guide": "005010X222A1", "transactionSet": "837",
                   "sender": {"qualifier": "ZZ", "id": "SENDER"}, "receiver": {"qualifier": "ZZ", "id": "RECEIVER"},
                   "interchangeControlNumber": "000000001", "interchangeDate": "261122", "interchangeTime": "1200",
                   "usageIndicator": "T", "functionalIdentifier": "HC", "applicationSender": "SENDER",
                   "applicationReceiver": "RECEIVER", "groupDate": "20261122", "groupTime": "1200",
                   "groupControlNumber": "1", "version": "005010X222A1", "transactionSetControlNumber": "0001",
                   "implementationReference": "005010X222A1", "batchReference": "B1", "creationDate": "20261122",
                   "creationTime": "1200"},
                 "tradingPartnerServiceId": "PAYER1", "tradingPartnerName": "PAYER",
                 "submitter": {"organizationName": "BILLING SERVICE", "submitterIdentification": "SUB1",
                   "contactInformation": {"name": "DESK", "phoneNumber": "5555550100"}},
                 "receiver": {"organizationName": "CLEARINGHOUSE", "receiverId": "CH1"},
                 "billing": {"organizationName": "CLINIC", "npi": "1234567893", "employerId": "123456789",
                   "address": {"address1": "1 MAIN ST", "city": "ALBANY", "state": "NY", "postalCode": "122070000"}},
                 "subscriber": {"memberId": "M1", "paymentResponsibilityLevelCode": "P", "firstName": "JANE",
                   "lastName": "DOE", "gender": "F", "dateOfBirth": "19700101",
                   "address": {"address1": "2 ELM ST", "city": "ALBANY", "state": "NY", "postalCode": "12207"}},
                 "claimInformation": {"claimFilingCode": "CI", "patientControlNumber": "%s",
                   "claimChargeAmount": "100", "placeOfServiceCode": "11", "claimFrequencyCode": "1",
                   "signatureIndicator": "Y", "planParticipationCode": "A",
                   "benefitsAssignmentCertificationIndicator": "Y", "releaseInformationCode": "Y",
                   "healthCareCodeInformation": [{"diagnosisTypeCode": "ABK", "diagnosisCode": "J029"}],
                   "serviceLines": [{"serviceDate": "20261101", "professionalService": {"procedureIdentifier": "HC",
                     "procedureCode": "99213", "lineItemChargeAmount": "100", "measurementUnit": "UN",
                     "serviceUnitCount": "1",
                     "compositeDiagnosisCodePointers": {"diagnosisCodePointers": ["1"]}}}]}}
                """
                        .formatted(control));
    }

    private static ObjectNode withDependent(ObjectNode claim) {
        claim.set(
                "dependent",
                GuideText.json(
                        """
                {"firstName": "TIM", "lastName": "DOE", "gender": "M", "dateOfBirth": "20150101",
                 "relationshipToSubscriberCode": "19",
                 "address": {"address1": "2 ELM ST", "city": "ALBANY", "state": "NY", "postalCode": "12207"}}
                """));
        return claim;
    }

    private static List<String> written(ObjectNode... claims) {
        return GuideText.write(GUIDE, List.of(claims))
                .lines()
                .map(line -> line.replace("~", ""))
                .toList();
    }

    private static List<String> levels(List<String> segments) {
        return segments.stream()
                .filter(segment -> segment.startsWith("HL") || segment.startsWith("CLM"))
                .toList();
    }

    @Test
    void claimsOfOneSubscriberAreGrouped() {
        assertThat(levels(written(claim("A"), claim("B"))))
                .containsExactly(
                        "HL*1**20*1", "HL*2*1*22*0", "CLM*A*100***11:B:1*Y*A*Y*Y", "CLM*B*100***11:B:1*Y*A*Y*Y");
    }

    @Test
    void anotherSubscriberOfTheSameProviderOpensALevelOfItsOwn() {
        ObjectNode other = claim("B");
        ((ObjectNode) other.get("subscriber")).put("memberId", "M2");

        assertThat(levels(written(claim("A"), other)))
                .containsExactly(
                        "HL*1**20*1",
                        "HL*2*1*22*0",
                        "CLM*A*100***11:B:1*Y*A*Y*Y",
                        "HL*3*1*22*0",
                        "CLM*B*100***11:B:1*Y*A*Y*Y");
    }

    @Test
    void aDependentHangsBelowTheSubscriberWhoseLevelSaysSo() {
        List<String> segments = written(claim("A"), withDependent(claim("B")));

        assertThat(levels(segments))
                .containsExactly(
                        "HL*1**20*1",
                        "HL*2*1*22*0",
                        "CLM*A*100***11:B:1*Y*A*Y*Y",
                        "HL*3*1*22*1",
                        "HL*4*3*23*0",
                        "CLM*B*100***11:B:1*Y*A*Y*Y");
        assertThat(segments).contains("SBR*P*18*******CI", "SBR*P********CI", "PAT*19");
    }

    @Test
    void datesThatStandInForARangeStayTwoDates() {
        ObjectNode claim = claim("A");
        ((ObjectNode) claim.get("claimInformation"))
                .set(
                        "claimDateInformation",
                        GuideText.json(
                                """
                {"disabilityBeginDate": "20261001", "disabilityEndDate": "20261015"}"""));
        String range = GuideText.write(GUIDE, List.of(claim));
        assertThat(range).contains("DTP*314*RD8*20261001-20261015~\n");
        String dates = range.replace("DTP*314*RD8*20261001-20261015~\n", "DTP*360*D8*20261001~\nDTP*361*D8*20261015~\n")
                .replaceFirst("SE\\*\\d+", "SE*" + (segmentsOfSet(range) + 1));

        GuideText.Read read = GuideText.read(dates);

        assertThat(read.lines()).isEmpty();
        assertThat(GuideText.write(GUIDE, read.documents())).isEqualTo(dates);
    }

    @Test
    void aContactNumberBehindAnEmptyPlaceStaysThere() {
        String file = GuideText.write(GUIDE, List.of(claim("A")))
                .replace("PER*IC*DESK*TE*5555550100~", "PER*IC*DESK***TE*5555550100~");

        GuideText.Read read = GuideText.read(file);

        assertThat(GuideText.texts(read.documents(), "/submitter/contactInformation/phoneNumber"))
                .containsExactly("5555550100");
        assertThat(GuideText.write(GUIDE, read.documents())).isEqualTo(file);
    }

    private static int segmentsOfSet(String file) {
        List<String> segments = file.lines().map(line -> line.substring(0, 2)).toList();
        return segments.indexOf("SE") - segments.indexOf("ST") + 1;
    }

    @Test
    void anotherBillingProviderOpensItsLevel() {
        ObjectNode other = claim("B");
        ((ObjectNode) other.get("billing")).put("npi", "1245319599");

        assertThat(levels(written(claim("A"), other))).contains("HL*3**20*1", "HL*4*3*22*0");
    }

    @Test
    void whatIsWrittenReadsBackTheSame() {
        ObjectNode claim = withDependent(claim("A"));

        GuideText.Read back = GuideText.read(GuideText.write(GUIDE, List.of(claim)));

        assertThat(back.lines()).isEmpty();
        ObjectNode document = back.documents().get(0);
        document.remove(Envelope.FIELD);
        claim.remove(Envelope.FIELD);
        assertThat(document).isEqualTo(claim);
    }

    @Test
    void aSubscriberWhoStandsTwiceInAFileStandsTwiceAgain() {
        ObjectNode other = claim("B");
        ((ObjectNode) other.get("subscriber")).put("memberId", "M2");
        String file = GuideText.write(GUIDE, List.of(claim("A"), other)).replace("*M2~", "*M1~");

        GuideText.Read read = GuideText.read(file);

        assertThat(read.lines()).isEmpty();
        assertThat(GuideText.write(GUIDE, read.documents())).isEqualTo(file);
    }

    @Test
    void claimsOfASubscriberAndOfADependentStayUnderOneLevel() {
        List<String> apart = written(claim("A"), withDependent(claim("B")));
        List<String> together = new ArrayList<>(apart);
        together.subList(apart.indexOf("HL*3*1*22*1"), apart.indexOf("HL*4*3*23*0"))
                .clear();
        together.replaceAll(
                segment -> segment.replace("HL*2*1*22*0", "HL*2*1*22*1").replace("HL*4*3*", "HL*3*2*"));
        int segments = together.indexOf("GE*1*1") - together.indexOf("ST*837*0001*005010X222A1");
        together.replaceAll(segment -> segment.replaceAll("^SE\\*\\d+", "SE*" + segments));
        String file = String.join("~\n", together) + "~\n";

        GuideText.Read read = GuideText.read(file);

        assertThat(read.lines()).isEmpty();
        assertThat(GuideText.texts(read.documents(), "/x12/2000C.together")).containsExactly("-", "yes");
        assertThat(GuideText.write(GUIDE, read.documents())).isEqualTo(file);
    }

    @Test
    void dependentsOfOneSubscriberShareTheSubscribersLevelWhateverIsSaidOfThem() {
        ObjectNode other = withDependent(claim("B"));
        ((ObjectNode) other.get("dependent")).put("firstName", "TOM");
        ((ObjectNode) other.get("claimInformation")).put("patientWeight", "20");

        assertThat(levels(written(withDependent(claim("A")), other)))
                .containsExactly(
                        "HL*1**20*1",
                        "HL*2*1*22*1",
                        "HL*3*2*23*0",
                        "CLM*A*100***11:B:1*Y*A*Y*Y",
                        "HL*4*2*23*0",
                        "CLM*B*100***11:B:1*Y*A*Y*Y");
    }

    @Test
    void moreClaimsThanALevelMayHoldGoOnInAnother() {
        ObjectNode[] claims = IntStream.rangeClosed(1, 101)
                .mapToObj(number -> claim("A" + number))
                .toArray(ObjectNode[]::new);

        assertThat(levels(written(claims)))
                .hasSize(104)
                .endsWith("CLM*A100*100***11:B:1*Y*A*Y*Y", "HL*3*1*22*0", "CLM*A101*100***11:B:1*Y*A*Y*Y");
        GuideText.Read back = GuideText.read(GuideText.write(GUIDE, List.of(claims)));
        assertThat(back.lines()).isEmpty();
        assertThat(GuideText.texts(back.documents(), "/x12")).containsOnly("-");
    }

    @Test
    void whatIsOfTheSubscriberAsPatientIsNotOfTheDependentsOnTheSameLevel() {
        ObjectNode own = claim("A");
        own.putObject("x12").put("2000B.PAT.2", "C");
        ((ObjectNode) own.get("claimInformation"))
                .put("patientWeight", "150")
                .put("propertyCasualtyClaimNumber", "PC1");
        ObjectNode dependents = withDependent(claim("B"));
        dependents.putObject("x12").put("2000C.together", "yes");
        ((ObjectNode) dependents.get("claimInformation")).put("patientWeight", "40");

        List<String> segments = written(own, dependents);

        assertThat(levels(segments))
                .containsExactly(
                        "HL*1**20*1",
                        "HL*2*1*22*1",
                        "CLM*A*100***11:B:1*Y*A*Y*Y",
                        "HL*3*2*23*0",
                        "CLM*B*100***11:B:1*Y*A*Y*Y");
        assertThat(segments.stream().filter(segment -> segment.matches("(PAT|REF.Y4).*")))
                .containsExactly("PAT**C*****01*150", "REF*Y4*PC1", "PAT*19******01*40");
        List<ObjectNode> back =
                GuideText.read(String.join("~\n", segments) + "~\n").documents();
        assertThat(back)
                .extracting(document -> document.get("claimInformation"))
                .containsExactly(own.get("claimInformation"), dependents.get("claimInformation"));
        assertThat(back)
                .extracting(document -> document.get("x12"))
                .containsExactly(own.get("x12"), dependents.get("x12"));
    }

    @Test
    void aContactWithFourNumbersTakesTwoSegmentsAndComesBackTheSame() {
        ObjectNode claim = claim("A");
        ((ObjectNode) claim.at("/submitter/contactInformation"))
                .put("phoneExtension", "12")
                .put("faxNumber", "5555550101")
                .put("email", "DESK@EXAMPLE.ORG");

        List<String> segments = written(claim);

        assertThat(segments.stream().filter(segment -> segment.startsWith("PER")))
                .containsExactly("PER*IC*DESK*TE*5555550100*EX*12*FX*5555550101", "PER*IC**EM*DESK@EXAMPLE.ORG");
        List<ObjectNode> back =
                GuideText.read(String.join("~\n", segments) + "~\n").documents();
        assertThat(back).extracting(document -> document.get("submitter")).containsExactly(claim.get("submitter"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PER*IC*DESK*TE*5555550100~PER*IC**EM*DESK@EXAMPLE.ORG",
                "PER*IC*DESK*TE*5555550100*EX*12*FX*5555550101~PER*IC*OTHER DESK*EM*DESK@EXAMPLE.ORG",
                "PER*IC*DESK*TE*5555550100*EX*12*EM*DESK@EXAMPLE.ORG~PER*IC**FX*5555550101",
                "PER*IC*DESK*EM*DESK@EXAMPLE.ORG*TE*5555550100*EX*12~PER*IC**FX*5555550101",
                "PER*IC*DESK*TE*5555550100*EX*12*FX*5555550101~PER*IC**TE*5555550109",
                "PER*IC*DESK*TE*5555550100*EX*12*ED*NET1~PER*IC**FX*5555550101*EM*DESK@EXAMPLE.ORG",
                "PER*IC*DESK*TE*5555550100*EX*12*FX*5555550101~PER*IC**ED*NET1*EM*DESK@EXAMPLE.ORG"
            })
    void theContactsOfAFileStayAsManyAsTheyWere(String contacts) {
        List<String> segments = new ArrayList<>(written(claim("A")));
        int there = segments.indexOf("PER*IC*DESK*TE*5555550100");
        segments.remove(there);
        segments.addAll(there, List.of(contacts.split("~")));
        segments.replaceAll(segment -> segment.replaceFirst("^SE\\*\\d+", "SE*" + (segments.size() - 4)));
        GuideText.Read read = GuideText.read(String.join("~\n", segments) + "~\n");

        assertThat(read.lines()).isEmpty();
        assertThat(written(read.documents().get(0))).isEqualTo(segments);
    }

    @Test
    void aPlaceInTheSetLeadsBackToTheField() {
        List<ObjectNode> claims = List.of(claim("A"), withDependent(claim("B")));
        List<String> segments = written(claims.get(0), claims.get(1));
        int start = segments.indexOf("ST*837*0001*005010X222A1");
        int billing = segments.indexOf("NM1*85*2*CLINIC*****XX*1234567893") - start + 1;
        int secondClaim = segments.indexOf("CLM*B*100***11:B:1*Y*A*Y*Y") - start + 1;
        Guide guide = GuideText.GUIDES.forVocabulary("professional-claim");

        assertThat(guide.source(claims, fault("2010AA", "NM1", billing, 9, 0)))
                .as("both claims are the billing provider's")
                .isEqualTo(new Guide.Source(0, 1, "/billing/npi"));
        assertThat(guide.source(claims, fault("2300", "CLM", secondClaim, 5, 3)))
                .isEqualTo(new Guide.Source(1, 1, "/claimInformation/claimFrequencyCode"));
        assertThat(guide.source(claims, fault("2300", "CLM", 999, 1, 0))).isNull();
        assertThat(guide.source(claims, fault("2300", "DTP", secondClaim, 3, 0)))
                .as("another segment stands there")
                .isNull();
    }

    @Test
    void whatIsMissingLeadsToTheFieldThatItWouldHaveCarried() {
        ObjectNode otherProvider = claim("C");
        otherProvider.withObject("/billing").put("npi", "1999999984");
        List<ObjectNode> claims = List.of(claim("A"), claim("B"), otherProvider);
        List<String> segments = written(claims.toArray(ObjectNode[]::new));
        int start = segments.indexOf("ST*837*0001*005010X222A1");
        int taxId = segments.indexOf("REF*EI*123456789") - start + 1;
        int line = segments.lastIndexOf("LX*1") - start + 1;
        Guide guide = GuideText.GUIDES.forVocabulary("professional-claim");

        assertThat(guide.source(claims, missing("2010AA", "N3", taxId)))
                .isEqualTo(new Guide.Source(0, 1, "/billing/address/address1"));
        assertThat(guide.source(claims, missing("2400", "DTP", line + 1)))
                .as("several dates may stand there, one of them must")
                .isEqualTo(new Guide.Source(2, 2, "/claimInformation/serviceLines/0/serviceDate"));
        assertThat(guide.source(claims, missing("2300", "REF", line)))
                .as("nobody can tell which number is meant")
                .isNull();
    }

    private static Guide.Fault fault(String loop, String segment, int position, int element, int component) {
        return new Guide.Fault(loop, segment, position, element, component, false);
    }

    private static Guide.Fault missing(String loop, String segment, int position) {
        return new Guide.Fault(loop, segment, position, 0, 0, true);
    }

    @Test
    void theSchemaNamesEveryFieldAndNoOther() {
        ObjectNode schema = GuideText.GUIDES.forVocabulary("professional-claim").schema();

        assertThat(schema.at("/properties/billing/properties/npi/type").asText())
                .isEqualTo("string");
        assertThat(schema.at("/properties/claimInformation/properties/serviceLines/maxItems")
                        .asInt())
                .isEqualTo(50);
        assertThat(schema.at("/properties/claimInformation/additionalProperties")
                        .asBoolean(true))
                .isFalse();
    }
}
