package org.claimgate.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked of a payer about a claim, from the claim as it was written. */
class StatusRequestTest {

    private static final Guides GUIDES = Guides.load(Path.of("mappings/x12"));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Claims CLAIMS = new Claims(GUIDES, Clock.systemUTC());

    @Test
    void aDependentIsAskedForUnderTheSubscriberWithNumbersChargeAndDay() throws IOException {
        ObjectNode request = request("837P/adjusted-dependent", "PAYER-7");

        assertThatObject(request.path("tradingPartnerServiceId").asText()).isEqualTo("SANDADJ");
        assertThatObject(request.path("informationReceiver"))
                .isEqualTo(
                        JSON.readTree("{\"organizationName\": \"HARBOR BILLING SERVICE\", \"etin\": \"SUBMITTER\"}"));
        assertThatObject(request.path("providers"))
                .isEqualTo(JSON.readTree(
                        "[{\"organizationName\": \"LAKESIDE FAMILY PRACTICE\", \"npi\": \"1948372614\"}]"));
        assertThatObject(request.path("subscriber"))
                .isEqualTo(JSON.readTree("{\"lastName\": \"TRASK\", \"firstName\": \"OWEN\", \"middleName\": \"R\","
                        + " \"memberId\": \"QHM100200455\"}"));
        assertThatObject(request.path("dependent"))
                .isEqualTo(JSON.readTree("{\"lastName\": \"TRASK\", \"firstName\": \"MILO\","
                        + " \"dateOfBirth\": \"20240711\", \"gender\": \"M\"}"));
        assertThatObject(request.path("encounter"))
                .isEqualTo(JSON.readTree("{\"trackingNumber\": \"Q1\", \"tradingPartnerClaimNumber\": \"PAYER-7\","
                        + " \"patientAccountNumber\": \"LFP260002\", \"clearingHouseClaimNumber\": \"OWN-1\","
                        + " \"submittedAmount\": \"310.50\", \"beginningDateOfService\": \"20260907\"}"));
    }

    @Test
    void aHospitalStayIsAskedForByItsBillTypeAndStatement() throws IOException {
        JsonNode encounter = request("837I/inpatient", null).path("encounter");

        assertThat(encounter.path("billingType").asText()).isEqualTo("111");
        assertThat(encounter.path("beginningDateOfService").asText()).isEqualTo("20260802");
        assertThat(encounter.path("endDateOfService").asText()).isEqualTo("20260806");
        assertThat(encounter.path("groupNumber").asText()).isEqualTo("GRP8802");
        assertThat(encounter.has("tradingPartnerClaimNumber")).isFalse();
    }

    @Test
    void aProviderWithoutAnNpiIsNamedByTheTaxNumberAndAnUnknownGenderIsLeftOut() throws IOException {
        ObjectNode claim = claim("837P/paid-office-visit");
        claim.withObject("/billing").remove("npi");
        claim.withObject("/subscriber").put("gender", "U");

        ObjectNode request = StatusRequest.of(claim, guide("837P"), "Q1", null);

        assertThat(request.at("/providers/0/tin").asText()).isEqualTo("311234567");
        assertThat(request.at("/subscriber").has("gender")).isFalse();
        assertThat(request.at("/subscriber/dateOfBirth").asText()).isEqualTo("19820614");
        assertThat(problems(request)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyClaimThatCanBeSentCanBeAskedFor(String sample) throws IOException {
        assertThat(problems(request(sample, "PAYER-7"))).isEmpty();
    }

    static Stream<String> samples() throws IOException {
        Path root = Path.of("edi-samples");
        try (Stream<Path> files = Files.walk(root)) {
            return files
                    .filter(file -> file.toString().matches(".*/837[PI]/.*/claim.json"))
                    .map(file -> root.relativize(file.getParent()).toString())
                    .filter(name -> !name.contains("/bad-"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static ObjectNode request(String sample, String payerClaimControlNumber) throws IOException {
        return StatusRequest.of(claim(sample), guide(sample), "Q1", payerClaimControlNumber);
    }

    /** A sample as it is written, with what profile and gateway add. */
    private static ObjectNode claim(String sample) throws IOException {
        Path file = Path.of("edi-samples", sample, "claim.json");
        ObjectNode claim =
                CLAIMS.check((ObjectNode) JSON.readTree(Files.readString(file))).document();
        String submitter = ProfileFields.of(guide(sample)).submitterIdentification();
        claim.withObject("/submitter").put(submitter.substring("/submitter/".length()), "SUBMITTER");
        claim.withObject("/claimInformation/claimSupplementalInformation").put("claimNumber", "OWN-1");
        return claim;
    }

    private static Guide guide(String sample) {
        return GUIDES.forVocabulary(sample.startsWith("837I") ? "institutional-claim" : "professional-claim");
    }

    private static List<Issue> problems(ObjectNode request) {
        request.withObject("/envelope")
                .put("batchReference", "B1")
                .put("creationDate", "20261122")
                .put("creationTime", "0900");
        return GUIDES.forVocabulary(StatusRequest.VOCABULARY).check(request);
    }
}
