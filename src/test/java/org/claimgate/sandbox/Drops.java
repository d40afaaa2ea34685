package org.claimgate.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.claimgate.guide.DocumentWriter;
import org.claimgate.guide.Envelope;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.claimgate.x12.Delimiters;
import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.Interchange;
import org.claimgate.x12.TransactionSet;

/** Writes the 837 files that a submitter would drop. */
final class Drops {

    static final Guides GUIDES = Guides.load(Path.of("mappings/x12"));

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AROUND =
            """
            "submitter": {"organizationName": "NORTH BILLING", "submitterIdentification": "NB1",
              "contactInformation": {"name": "ANN DESK", "phoneNumber": "6145550100"}},
            "receiver": {"organizationName": "SANDBOX CLEARINGHOUSE", "receiverId": "SANDBOX"},
            "billing": {"npi": "1999999984", "employerId": "311234567", "organizationName": "NORTH CLINIC",
              "taxonomyCode": "207Q00000X",
              "address": {"address1": "1 MAIN ST", "city": "COLUMBUS", "state": "OH", "postalCode": "432150001"}},
            "subscriber": {"memberId": "W000000001", "paymentResponsibilityLevelCode": "P", "lastName": "DOE",
              "firstName": "JANE", "gender": "F", "dateOfBirth": "19700101",
              "address": {"address1": "2 ELM ST", "city": "COLUMBUS", "state": "OH", "postalCode": "43215"}},
            "tradingPartnerName": "SANDBOX HEALTH", "tradingPartnerServiceId": "%s",
            """;
    private static final String PROFESSIONAL = "{" + AROUND
            + """
            "claimInformation": {"claimFilingCode": "CI", "patientControlNumber": "%s", "claimChargeAmount": "%s",
              "placeOfServiceCode": "11", "claimFrequencyCode": "1", "signatureIndicator": "Y",
              "planParticipationCode": "A", "benefitsAssignmentCertificationIndicator": "Y",
              "releaseInformationCode": "Y", "claimSupplementalInformation": {"claimNumber": "OWN-%s"},
              "healthCareCodeInformation": [{"diagnosisTypeCode": "ABK", "diagnosisCode": "J0190"}]}}""";
    private static final String INSTITUTIONAL = "{" + AROUND
            + """
            "attending": {"lastName": "ROE", "firstName": "RICHARD", "npi": "1999999976"},
            "claimInformation": {"claimFilingCode": "MA", "patientControlNumber": "%s", "claimChargeAmount": "%s",
              "placeOfServiceCode": "11", "claimFrequencyCode": "1", "planParticipationCode": "A",
              "benefitsAssignmentCertificationIndicator": "Y", "releaseInformationCode": "Y",
              "claimSupplementalInformation": {"claimNumber": "OWN-%s"},
              "claimDateInformation": {"statementBeginDate": "20260801", "statementEndDate": "20260803",
                "admissionDateAndHour": "202608010900", "dischargeHour": "1100"},
              "claimCodeInformation": {"admissionTypeCode": "1", "admissionSourceCode": "1", "patientStatusCode": "01"},
              "principalDiagnosis": {"qualifierCode": "ABK", "principalDiagnosisCode": "I2510"},
              "diagnosisRelatedGroupInformation": {"drugRelatedGroupCode": "287"}}}""";

    private Drops() {}

    static ObjectNode professional(String payer, String number, String... charges) {
        ObjectNode claim = parse(PROFESSIONAL.formatted(payer, number, total(charges), number));
        int line = 0;
        for (String charge : charges) {
            line++;
            ObjectNode item = line(claim, "providerControlNumber", number + "-" + line);
            item.put("serviceDate", "2026070" + line);
            ObjectNode service = item.putObject("professionalService");
            service.put("procedureIdentifier", "HC")
                    .put("procedureCode", "99213")
                    .put("measurementUnit", "UN");
            service.put("lineItemChargeAmount", charge).put("serviceUnitCount", "1");
            service.putArray("procedureModifiers").add("25");
            service.putObject("compositeDiagnosisCodePointers")
                    .putArray("diagnosisCodePointers")
                    .add("1");
        }
        return claim;
    }

    /** The first line has a revenue code only, the others a procedure too. */
    static ObjectNode institutional(String payer, String number, String... charges) {
        ObjectNode claim = parse(INSTITUTIONAL.formatted(payer, number, total(charges), number));
        claim.withObject("/submitter").put("taxId", "311234567").remove("submitterIdentification");
        claim.withObject("/receiver").put("taxId", "319876543").remove("receiverId");
        int line = 0;
        for (String charge : charges) {
            line++;
            ObjectNode service =
                    line(claim, "lineItemControlNumber", number + "-" + line).putObject("institutionalService");
            service.put("serviceLineRevenueCode", line == 1 ? "0120" : "0300");
            if (line > 1) {
                service.put("procedureIdentifier", "HC").put("procedureCode", "80053");
            }
            service.put("lineItemChargeAmount", charge)
                    .put("measurementUnit", "UN")
                    .put("serviceUnitCount", "1");
        }
        return claim;
    }

    /** One interchange with one set of claims that all belong to one guide. */
    static byte[] interchange(String number, ObjectNode... claims) throws IOException {
        return interchange(number, true, claims);
    }

    /** As {@link #interchange(String, ObjectNode...)}; data that the guide does not allow is written all the same. */
    static byte[] faultyInterchange(String number, ObjectNode... claims) throws IOException {
        return interchange(number, false, claims);
    }

    private static byte[] interchange(String number, boolean strict, ObjectNode... claims) throws IOException {
        boolean isInstitutional = claims[0].at("/claimInformation").has("claimCodeInformation");
        Guide guide = GUIDES.forVocabulary(isInstitutional ? "institutional-claim" : "professional-claim");
        Envelope envelope = new Envelope(
                new Interchange(
                        "ZZ", "NORTH", "ZZ", "SANDBOX", "260901", "0900", "00501", number, "1", "T", Delimiters.USUAL),
                new FunctionalGroup("HC", "NORTHAPP", "SANDAPP", "20260901", "0900", "77", "X", guide.id()),
                new TransactionSet("837", "0001", guide.id()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Issue> issues = new ArrayList<>();
        try (DocumentWriter writer = new DocumentWriter(out, Delimiters.USUAL, "", null, issues::add)) {
            for (ObjectNode claim : claims) {
                envelope.putInto(claim, guide);
                claim.withObject("/envelope")
                        .put("batchReference", "B" + number)
                        .put("creationDate", "20260901")
                        .put("creationTime", "0900");
                writer.write(guide, claim);
            }
        }
        if (strict && issues.stream().anyMatch(Issue::isError)) {
            throw new AssertionError("The test's own claims have errors: " + issues);
        }
        return out.toByteArray();
    }

    private static ObjectNode line(ObjectNode claim, String numberField, String number) {
        return claim.withObject("/claimInformation")
                .withArray("/serviceLines")
                .addObject()
                .put(numberField, number);
    }

    private static String total(String... charges) {
        return AdjudicationTest.claim(charges).text("/claimInformation/claimChargeAmount");
    }

    private static ObjectNode parse(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
