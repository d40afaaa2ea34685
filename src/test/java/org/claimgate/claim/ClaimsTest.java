package org.claimgate.claim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Claims CLAIMS = new Claims(
            Guides.load(Path.of("mappings/x12")), Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC));

    private final ObjectNode professional = sample("837P/paid-office-visit");
    private final ObjectNode institutional = sample("837I/inpatient");

    private static ObjectNode sample(String folder) {
        try {
            return (ObjectNode)
                    MAPPER.readTree(Path.of("edi-samples", folder, "claim.json").toFile());
        } catch (IOException e) {
            throw new IllegalStateException("the sample " + folder + " cannot be read", e);
        }
    }

    private static ObjectNode information(ObjectNode claim) {
        return (ObjectNode) claim.get("claimInformation");
    }

    private static ObjectNode line(ObjectNode claim, int index) {
        return (ObjectNode) information(claim).get("serviceLines").get(index);
    }

    private static JsonNode json(String text) throws IOException {
        return MAPPER.readTree(text.replace('\'', '"'));
    }

    private static List<String> found(ObjectNode claim) {
        return CLAIMS.check(claim).issues().stream()
                .map(issue -> issue.code() + " " + issue.pointer())
                .toList();
    }

    private static Issue only(ObjectNode claim) {
        List<Issue> issues = CLAIMS.check(claim).issues();
        assertThat(issues).hasSize(1);
        return issues.get(0);
    }

    @Test
    void aGoodClaimHasNoIssuesAndIsNotChanged() {
        ObjectNode before = professional.deepCopy();
        Claims.Checked checked = CLAIMS.check(professional);
        assertThat(checked.issues()).isEmpty();
        assertThat(checked.accepted()).isTrue();
        assertThat(professional).isEqualTo(before);
    }

    @Test
    void whatAClaimIsShowsInItsContent() {
        assertThat(CLAIMS.check(professional).vocabulary()).isEqualTo("professional-claim");
        assertThat(CLAIMS.check(institutional).vocabulary()).isEqualTo("institutional-claim");
        information(institutional).remove("serviceLines");
        assertThat(CLAIMS.check(institutional).vocabulary()).isEqualTo("institutional-claim");
    }

    @Test
    void anEmptyObjectLacksEveryPartOfAClaim() {
        assertThat(found(MAPPER.createObjectNode()))
                .containsExactly(
                        "JSON:required /submitter",
                        "JSON:required /billing",
                        "JSON:required /subscriber",
                        "JSON:required /claimInformation");
    }

    @Test
    void whatThePartnersProfileFillsInMayBeAbsent() {
        professional.putObject("receiver").put("receiverId", "PARTNER");
        assertThat(professional.at("/submitter").has("submitterIdentification")).isFalse();
        assertThat(found(professional)).isEmpty();
        institutional.putObject("receiver").put("taxId", "123456789");
        assertThat(institutional.at("/submitter").has("taxId")).isFalse();
        assertThat(found(institutional)).isEmpty();
        professional.remove("receiver");
        assertThat(found(professional)).isEmpty();
        institutional.remove("receiver");
        assertThat(found(institutional)).isEmpty();
    }

    @Test
    void whatAClaimLacksIsNamedPartByPart() {
        professional.remove(List.of("billing", "tradingPartnerName"));
        information(professional).remove("healthCareCodeInformation");
        assertThat(found(professional))
                .containsExactlyInAnyOrder(
                        "JSON:required /billing",
                        "IK403:1 /tradingPartnerName",
                        "IK403:1 /claimInformation/healthCareCodeInformation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"77 MAPLE\u007f ST", "77 MAPLE\ud800 ST", "77 MAPLE\u0007 ST"})
    void aCharacterThatCannotBeSentIsOneMistakeAtItsFieldAndElement(String street) {
        ((ObjectNode) professional.at("/subscriber/address")).put("address1", street);
        assertThat(CLAIMS.check(professional).issues()).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("IK403:6");
            assertThat(issue.pointer()).isEqualTo("/subscriber/address/address1");
            assertThat(issue.message()).startsWith("2010BA N301");
        });
    }

    @Test
    void fieldsThatExcludeOrCallForOneAnotherAreNamed() {
        ((ObjectNode) professional.at("/billing/address")).put("countrySubDivisionCode", "ON");
        assertThat(found(professional))
                .containsExactlyInAnyOrder(
                        "IK403:10 /billing/address/countrySubDivisionCode", "IK403:2 /billing/address/countryCode");
    }

    @Test
    void anUnknownFieldIsNamedWithItsNearestKnownName() {
        information(professional).put("claimFrequncyCode", "1");
        Issue issue = only(professional);
        assertThat(issue.code()).isEqualTo("JSON:unknown");
        assertThat(issue.pointer()).isEqualTo("/claimInformation/claimFrequncyCode");
        assertThat(issue.message()).contains("claimFrequencyCode");
    }

    @Test
    void aFieldWithAStrangeNameKeepsAValidPointer() {
        professional.put("a/b~c", "1");
        assertThat(only(professional).pointer()).isEqualTo("/a~1b~0c");
    }

    @Test
    void aWrongTypeIsOneIssueOfItsOwn() {
        information(professional).put("claimChargeAmount", 185);
        Issue issue = only(professional);
        assertThat(issue.code()).isEqualTo("JSON:type");
        assertThat(issue.pointer()).isEqualTo("/claimInformation/claimChargeAmount");
        assertThat(issue.message()).contains("text in quotes");
    }

    @Test
    void aWrongTypeOfAnObjectHidesWhatIsMissingInIt() {
        information(professional).put("serviceLines", "two");
        assertThat(found(professional)).containsExactly("JSON:type /claimInformation/serviceLines");
    }

    @Test
    void aMissingFieldIsAnIssueAtItsPlace() {
        line(professional, 1).remove("serviceDate");
        information(professional).remove("patientControlNumber");
        assertThat(found(professional))
                .containsExactlyInAnyOrder(
                        "IK403:1 /claimInformation/serviceLines/1/serviceDate",
                        "IK403:1 /claimInformation/patientControlNumber");
    }

    @Test
    void nullAndEmptyTextAreAbsent() {
        information(professional).putNull("patientControlNumber");
        information(professional).put("delayReasonCode", "");
        assertThat(found(professional)).containsExactly("IK403:1 /claimInformation/patientControlNumber");
    }

    @Test
    void badDatesAndAmountsSayWhatWasExpected() {
        ((ObjectNode) professional.get("subscriber")).put("dateOfBirth", "06/14/1982");
        information(professional).put("claimChargeAmount", "95,00");
        assertThat(found(professional))
                .containsExactlyInAnyOrder(
                        "IK403:8 /subscriber/dateOfBirth", "IK403:6 /claimInformation/claimChargeAmount");
        assertThat(CLAIMS.check(professional).issues())
                .allSatisfy(issue ->
                        assertThat(issue.message()).contains("expected").doesNotContain("1982", "95,00"));
    }

    @Test
    void allMistakesComeAtOnce() {
        professional.put("colour", "blue");
        information(professional).put("claimChargeAmount", "1.00");
        ((ObjectNode) professional.get("billing")).put("npi", "1234567890");
        ((ObjectNode) professional.get("subscriber")).put("gender", "X");
        assertThat(found(professional))
                .containsExactly(
                        "EDIT:X222.2010AA.NM109.010 /billing/npi",
                        "IK403:7 /subscriber/gender",
                        "EDIT:X222.2300.CLM02.010 /claimInformation/claimChargeAmount",
                        "JSON:unknown /colour");
    }

    @Test
    void tenMistakesAreTenIssuesInTheOrderOfTheClaim() {
        assertThat(found(sample("837P/bad-ten-mistakes")))
                .containsExactly(
                        "EDIT:X222.2010AA.NM109.010 /billing/npi",
                        "EDIT:X222.2010AA.N301.010 /billing/address/address1",
                        "EDIT:X222.2010AA.N403.010 /billing/address/postalCode",
                        "IK403:7 /subscriber/gender",
                        "EDIT:X222.2300.CLM02.010 /claimInformation/claimChargeAmount",
                        "EDIT:X222.2300.HI-ABF.010 /claimInformation/healthCareCodeInformation/1/diagnosisCode",
                        "EDIT:X222.2300.REF-F8.010 /claimInformation/claimSupplementalInformation/claimControlNumber",
                        "EDIT:X222.2400.SV101-3.010 /claimInformation/serviceLines/0/professionalService/procedureModifiers/1",
                        "EDIT:X222.2400.SV107.010 /claimInformation/serviceLines/0/professionalService/compositeDiagnosisCodePointers/diagnosisCodePointers/1",
                        "EDIT:X222.2400.SV104.010 /claimInformation/serviceLines/1/professionalService/serviceUnitCount");
    }

    @Test
    void aReplacementNamesThePayersClaim() {
        information(professional).put("claimFrequencyCode", "7");
        assertThat(found(professional))
                .containsExactly(
                        "EDIT:X222.2300.REF-F8.010 /claimInformation/claimSupplementalInformation/claimControlNumber");
    }

    @Test
    void aPatientControlNumberIsAsLongAsPayersReturnIt() {
        information(professional).put("patientControlNumber", "X".repeat(21));
        assertThat(found(professional))
                .containsExactly("EDIT:X222.2300.CLM01.010 /claimInformation/patientControlNumber");
    }

    @Test
    void aSubscriberWhoIsThePatientHasAnAddressABirthDateAndAGender() {
        ((ObjectNode) professional.get("subscriber")).remove(List.of("address", "dateOfBirth"));
        assertThat(found(professional))
                .containsExactlyInAnyOrder(
                        "EDIT:X222.2010BA.N301.010 /subscriber/address", "IK403:1 /subscriber/dateOfBirth");
    }

    @Test
    void pointersOfAProviderInAListPointIntoTheList() throws IOException {
        ObjectNode billing = (ObjectNode) professional.remove("billing");
        billing.put("providerType", "BillingProvider").put("npi", "1234567890");
        ArrayNode providers = professional.putArray("providers");
        providers.add(
                json(
                        "{'providerType': 'RenderingProvider', 'npi': '1382047565', 'lastName': 'KELLER', 'firstName': 'ASTRID'}"));
        providers.add(billing);
        assertThat(found(professional)).containsExactly("EDIT:X222.2010AA.NM109.010 /providers/1/npi");
        ObjectNode document = CLAIMS.check(professional).document();
        assertThat(document.at("/rendering/lastName").asText()).isEqualTo("KELLER");
        assertThat(document.has("providers")).isFalse();
    }

    @Test
    void aProviderThatIsThereTwiceOrOfNoKnownTypeIsRefused() throws IOException {
        ArrayNode providers = professional.putArray("providers");
        providers.add(json("{'providerType': 'BillingProvider', 'npi': '1382047565'}"));
        providers.add(json("{'providerType': 'Tailor'}"));
        providers.add(json("{'npi': '1382047565'}"));
        assertThat(found(professional))
                .containsExactly(
                        "JSON:duplicate /providers/0",
                        "JSON:code /providers/1/providerType",
                        "JSON:required /providers/2/providerType");
    }

    @Test
    void nestedListsAreLaidFlatAndPointersLeadBack() {
        ArrayNode flat = (ArrayNode) information(institutional).get("otherDiagnosisInformationList");
        ArrayNode nested = MAPPER.createArrayNode();
        ArrayNode first = nested.addArray();
        ArrayNode second = nested.addArray();
        for (int i = 0; i < flat.size(); i++) {
            (i < 12 ? first : second).add(flat.get(i).deepCopy());
        }
        information(institutional).set("otherDiagnosisInformationList", nested);
        assertThat(CLAIMS.check(institutional).document().at("/claimInformation/otherDiagnosisInformationList"))
                .isEqualTo(flat);
        ((ObjectNode) second.get(1)).put("presentOnAdmissionIndicator", "X");
        assertThat(found(institutional))
                .containsExactly(
                        "IK403:7 /claimInformation/otherDiagnosisInformationList/1/1/presentOnAdmissionIndicator");
    }

    @Test
    void textBesideNestedListsIsRefused() throws IOException {
        information(institutional).set("otherDiagnosisInformationList", json("[[], 'J189', null]"));
        assertThat(found(institutional)).contains("JSON:type /claimInformation/otherDiagnosisInformationList/1");
    }

    @Test
    void adjustmentsUnderTheirOlderNamesAreTheSame() throws IOException {
        ObjectNode claim = sample("837P/secondary");
        ObjectNode canonical = CLAIMS.check(claim).document();
        ObjectNode group =
                (ObjectNode) claim.at("/claimInformation/otherSubscriberInformation/0/claimLevelAdjustments/0");
        group.remove("adjustments");
        group.set("adjustmentDetails", json("[{'adjustmentReasonCode': '3', 'adjustmentAmount': '20.00'}]"));
        assertThat(CLAIMS.check(claim).document()).isEqualTo(canonical);
        ((ObjectNode) group.get("adjustmentDetails").get(0)).put("adjustmentAmount", "twenty");
        assertThat(found(claim))
                .containsExactly(
                        "IK403:6 /claimInformation/otherSubscriberInformation/0/claimLevelAdjustments/0/adjustmentDetails/0/adjustmentAmount");
    }

    @Test
    void aSingleOtherSubscriberIsAListOfOne() {
        ObjectNode claim = sample("837I/secondary");
        ObjectNode canonical = CLAIMS.check(claim).document();
        information(claim)
                .set(
                        "otherSubscriberInformation",
                        information(claim).get("otherSubscriberInformation").get(0));
        assertThat(CLAIMS.check(claim).document()).isEqualTo(canonical);
    }

    @Test
    void aFieldWithoutAPlaceInTheGuideIsLeftOutWithAWarning() throws IOException {
        ObjectNode claim = sample("837P/all-providers");
        ((ObjectNode) claim.get("referring")).set("contactInformation", json("{'name': 'SAUL BRANDT'}"));
        Claims.Checked checked = CLAIMS.check(claim);
        assertThat(checked.issues()).extracting(Issue::code).containsExactly("JSON:unused");
        assertThat(checked.accepted()).isTrue();
        assertThat(checked.document().at("/referring").has("contactInformation"))
                .isFalse();
    }

    @Test
    void anOrderingProviderOfTheClaimStandsInEveryLine() throws IOException {
        professional.set(
                "ordering",
                json(
                        "{'npi': '1382047565', 'lastName': 'KELLER', 'firstName': 'ASTRID', 'stateLicenseNumber': 'OH1'}"));
        Claims.Checked checked = CLAIMS.check(professional);
        assertThat(checked.issues()).isEmpty();
        assertThat(checked.document().at("/claimInformation/serviceLines/1/orderingProvider"))
                .isEqualTo(json("{'npi': '1382047565', 'lastName': 'KELLER', 'firstName': 'ASTRID',"
                        + " 'secondaryIdentifier': [{'qualifier': '0B', 'identifier': 'OH1'}]}"));
    }

    @Test
    void theUsageIndicatorGoesIntoTheEnvelope() {
        professional.put("usageIndicator", "T");
        assertThat(CLAIMS.check(professional)
                        .document()
                        .at("/envelope/usageIndicator")
                        .asText())
                .isEqualTo("T");
        professional.put("usageIndicator", "X");
        assertThat(found(professional)).containsExactly("JSON:code /usageIndicator");
    }

    @Test
    void anEnvelopeOfTheSendersOwnIsNotTaken() {
        professional.withObject("/envelope").put("interchangeControlNumber", "000000666");
        assertThat(CLAIMS.check(professional).document().has("envelope")).isFalse();
    }

    @Test
    void trueAndFalseStandForTheCodesOfFlags() {
        information(professional).put("homeboundIndicator", true);
        line(professional, 0).put("hospiceEmployeeIndicator", false);
        Claims.Checked checked = CLAIMS.check(professional);
        assertThat(checked.issues()).isEmpty();
        assertThat(checked.document().at("/claimInformation/homeboundIndicator").asText())
                .isEqualTo("Y");
        assertThat(checked.document()
                        .at("/claimInformation/serviceLines/0/hospiceEmployeeIndicator")
                        .asText())
                .isEqualTo("N");
    }

    @Test
    void numbersThatOnlyCountTheLinesAreNotKept() {
        ObjectNode canonical = CLAIMS.check(professional).document();
        professional.put("claimIdentifier", "CH");
        line(professional, 0).put("assignedNumber", "1");
        line(professional, 1).put("assignedNumber", "2");
        assertThat(CLAIMS.check(professional).document()).isEqualTo(canonical);
        line(professional, 1).put("assignedNumber", "7");
        assertThat(CLAIMS.check(professional)
                        .document()
                        .at("/claimInformation/serviceLines/1/assignedNumber")
                        .asText())
                .isEqualTo("7");
    }
}
