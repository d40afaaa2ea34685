package org.claimgate.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.claimgate.guide.MappingException;
import org.claimgate.guide.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of rejections that come with Claimgate, and mistakes in such tables. */
class RejectionsTest {

    private static final Path MAPPINGS = Path.of("mappings");
    private static final Guides GUIDES = Guides.load(MAPPINGS.resolve("x12"));
    private static final Rejections REJECTIONS = Rejections.load(MAPPINGS, GUIDES);

    @TempDir
    private Path folder;

    @Test
    void thePageIsWhatTheTablesMake() throws IOException {
        assertThat(Files.readString(Path.of("docs/rejections.md")))
                .as("./gateway rejections > docs/rejections.md writes it anew")
                .isEqualTo(RejectionsPage.of(REJECTIONS));
    }

    @Test
    void aFieldOfEachRowIsFoundInSomeClaim() {
        List<SentClaim> claims = Stream.of("professional-claim", "institutional-claim")
                .map(vocabulary -> new SentClaim(vocabulary, null))
                .toList();
        assertThat(REJECTIONS.statuses().rows()).allSatisfy(row -> {
            String entity = row.entity().isEmpty() ? anyPartyOf(row) : row.entity();
            String code = "A7:" + row.status() + (entity.isEmpty() ? "" : ":" + entity);
            boolean speaksForOthers = row.meant() == StatusRow.Meant.OTHER_CODES;
            assertThat(claims.stream().anyMatch(claim -> !fields(claim, code).isEmpty()))
                    .as(code)
                    .isNotEqualTo(speaksForOthers);
        });
    }

    private static String anyPartyOf(StatusRow row) {
        return REJECTIONS.statuses().parties().keySet().stream()
                .filter(entity -> !row.party().isEmpty())
                .filter(entity -> !REJECTIONS.statuses().patterns(row, entity).isEmpty())
                .findFirst()
                .orElse("");
    }

    private static List<Correction> fields(SentClaim claim, String code) {
        String[] parts = (code + ":").split(":", 3);
        ClaimStatus status =
                new ClaimStatus("U", List.of(new ClaimStatus.Code(parts[0], parts[1], parts[2].replace(":", ""))));
        return REJECTIONS
                .complaint(status, Issue.Severity.ERROR, "2200D", claim, -1)
                .corrections();
    }

    @Test
    void whatATa1SaysIsOfTheClaimAsAWholeAndWhatA999SaysOfItsField() {
        List<Correction> corrections = REJECTIONS.of(List.of(
                issue("TA105:006", ""), issue("IK403:7", "/billing/npi"), issue("IK403:7", ""), issue("IK502:5", "")));
        assertThat(corrections).extracting(Correction::pointer).containsExactly("", "/billing/npi");
        assertThat(corrections.get(0).fix()).contains("sender.id");
        assertThat(corrections.get(1).codes()).containsExactly("IK403:7");
    }

    private static Issue issue(String code, String pointer) {
        return Issue.error(code, "words", Place.NOWHERE, pointer, null);
    }

    @Test
    void valuesThatCouldTellWhoThePatientIsAreNotShown() {
        SentClaim claim = new SentClaim(
                "professional-claim",
                Json.object(
                        "{'billing': {'npi': '1948372614', 'address': {'postalCode': '432151234'}},"
                                + "'subscriber': {'memberId': 'M1', 'lastName': 'DOE', 'dateOfBirth': '19700101', 'gender': 'F',"
                                + "'address': {'postalCode': '43215'}, 'ssn': '123456789'},"
                                + "'claimInformation': {'patientControlNumber': 'P1', 'claimChargeAmount': '12.50',"
                                + "'claimNote': {'additionalInformation': 'JANE'}, 'claimSupplementalInformation': {"
                                + "'priorAuthorizationNumber': 'PA1', 'cliaNumber': '33D1234567', 'medicalRecordNumber': 'MR1'},"
                                + "'serviceLines': [{'serviceDate': '20260901', 'providerControlNumber': 'P1-1',"
                                + "'professionalService': {'procedureCode': '99213', 'procedureModifiers': ['25'], 'description': 'JANE'}}]}}"));
        assertThat(shown(claim, "/billing/npi")).contains("1948372614");
        assertThat(shown(claim, "/billing/address/postalCode")).contains("432151234");
        assertThat(shown(claim, "/claimInformation/claimChargeAmount")).contains("12.50");
        assertThat(shown(claim, "/claimInformation/claimSupplementalInformation/cliaNumber"))
                .contains("33D1234567");
        assertThat(shown(claim, "/subscriber/gender")).contains("F");
        assertThat(shown(claim, "/claimInformation/serviceLines/0/serviceDate")).contains("2026");
        assertThat(shown(claim, "/claimInformation/serviceLines/0/professionalService/procedureCode"))
                .contains("99213");
        assertThat(shown(claim, "/claimInformation/serviceLines/0/professionalService/procedureModifiers/0"))
                .contains("25");
        for (String hidden : List.of(
                "/subscriber/memberId",
                "/subscriber/lastName",
                "/subscriber/dateOfBirth",
                "/subscriber/ssn",
                "/subscriber/address/postalCode",
                "/claimInformation/patientControlNumber",
                "/claimInformation/claimNote/additionalInformation",
                "/claimInformation/claimSupplementalInformation/priorAuthorizationNumber",
                "/claimInformation/claimSupplementalInformation/medicalRecordNumber",
                "/claimInformation/serviceLines/0/providerControlNumber",
                "/claimInformation/serviceLines/0/professionalService/description",
                "/subscriber",
                "/nothing")) {
            assertThat(shown(claim, hidden)).as(hidden).isEmpty();
        }
    }

    private static Optional<String> shown(SentClaim claim, String pointer) {
        return REJECTIONS.shown(claim, pointer);
    }

    @Test
    void aValueThatDoesNotFitItsPlaceIsNotShown() {
        SentClaim claim = new SentClaim(
                "professional-claim", Json.object("{'claimInformation': {'claimChargeAmount': 'JANE DOE'}}"));
        assertThat(shown(claim, "/claimInformation/claimChargeAmount")).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "'  \"9999\": {fix: \"do\"}'; 6: '9999' is no code of the list claim-status",
                "'  \"562:QQ\": {fix: \"do\"}'; 6: '562:QQ' is no code of the list entity-identifier",
                "'  \"562\": {fields: [/billing/npj], fix: \"do\"}'; 6: '562' names /billing/npj, which no claim has",
                "'  \"562\": {party: npj, fix: \"do\"}'; 6: '562' names npj, which no claim has",
                "'  \"562\": {party: npi, usual: IL, fix: \"do\"}'; 6: '562' has as 'usual' an entity code that is not among the parties",
                "'  \"562\": {party: npi, with: others, fix: \"do\"}'; 6: 'with' is one of",
                "'  \"562\": {party: npi}'; 6: 'fix' is missing",
                "'  \"562\": {party: npi, fixes: \"do\", fix: \"do\"}'; 6: unknown key 'fixes'"
            })
    void aMistakeIsRefusedWithItsLine(String row, String mistake) throws IOException {
        copyMappings();
        Files.writeString(
                folder.resolve("codes/claim-status-fields.yaml"),
                "title: T\ndate: 2026-11-28\nparties:\n  \"85\": [/billing]\nstatuses:\n" + row + "\n");
        assertThatThrownBy(() -> Rejections.load(folder, GUIDES))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("claim-status-fields.yaml:" + mistake);
    }

    @Test
    void aCodeThatNoAcknowledgmentHasIsRefused() throws IOException {
        copyMappings();
        Files.writeString(
                folder.resolve("codes/acknowledgment-fixes.yaml"),
                "title: T\ndate: 2026-11-28\nIK403:\n  \"77\": do\n");
        assertThatThrownBy(() -> Rejections.load(folder, GUIDES))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("acknowledgment-fixes.yaml:4: '77' is no code of IK403");
    }

    private void copyMappings() throws IOException {
        Files.createDirectories(folder.resolve("codes"));
        for (String file :
                List.of("privacy.yaml", "codes/claim-status-fields.yaml", "codes/acknowledgment-fixes.yaml")) {
            Files.copy(MAPPINGS.resolve(file), folder.resolve(file));
        }
    }
}
