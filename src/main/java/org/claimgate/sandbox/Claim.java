package org.claimgate.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the clearinghouse reads from a claim document, professional or institutional. Absent text is "". */
record Claim(ObjectNode document) {

    String text(String pointer) {
        return document.at(pointer).asText("");
    }

    Scenario scenario() {
        return Scenario.of(payerId());
    }

    String payerId() {
        return text("/tradingPartnerServiceId");
    }

    String payerName() {
        return text("/tradingPartnerName");
    }

    String patientControlNumber() {
        return text("/claimInformation/patientControlNumber");
    }

    /** REF*D9. */
    String traceNumber() {
        return text("/claimInformation/claimSupplementalInformation/claimNumber");
    }

    /** Last name, first name. */
    String patientName() {
        return patient().path("lastName").asText("") + ", "
                + patient().path("firstName").asText("");
    }

    /** JSON pointer of the code that stands first. */
    String firstDiagnosis() {
        return isInstitutional()
                ? "/claimInformation/principalDiagnosis/principalDiagnosisCode"
                : "/claimInformation/healthCareCodeInformation/0/diagnosisCode";
    }

    BigDecimal charge() {
        return Money.of(text("/claimInformation/claimChargeAmount"));
    }

    /** 1000A NM109, by the name that it has in the claim's vocabulary. */
    String submitterId() {
        String id = text("/submitter/submitterIdentification");
        return id.isEmpty() ? text("/submitter/taxId") : id;
    }

    JsonNode billing() {
        return document.path("billing");
    }

    JsonNode subscriber() {
        return document.path("subscriber");
    }

    boolean hasDependent() {
        return document.has("dependent");
    }

    JsonNode patient() {
        return hasDependent() ? document.path("dependent") : subscriber();
    }

    String batchReference() {
        return text("/envelope/batchReference");
    }

    /** What the payers before this one have paid. */
    BigDecimal paidBefore() {
        JsonNode others = document.at("/claimInformation/otherSubscriberInformation");
        Stream<JsonNode> payers = others.isObject() ? Stream.of(others) : stream(others);
        return payers.map(payer -> payer.path("payerPaidAmount").asText(""))
                .filter(amount -> !amount.isEmpty())
                .map(Money::of)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    List<ServiceLine> lines() {
        List<ServiceLine> lines = new ArrayList<>();
        for (JsonNode line : document.at("/claimInformation/serviceLines")) {
            lines.add(new ServiceLine(line));
        }
        return lines;
    }

    /** Type of bill; empty for a claim that has none. */
    String billType() {
        return isInstitutional()
                ? text("/claimInformation/placeOfServiceCode") + text("/claimInformation/claimFrequencyCode")
                : "";
    }

    boolean isInstitutional() {
        return !text("/claimInformation/claimDateInformation/statementBeginDate")
                .isEmpty();
    }

    /** First day of service or of the statement. */
    String firstDay() {
        String begin = text("/claimInformation/claimDateInformation/statementBeginDate");
        return begin.isEmpty()
                ? lines().stream()
                        .map(ServiceLine::firstDay)
                        .min(String::compareTo)
                        .orElse("")
                : begin;
    }

    /** Last day of service or of the statement. */
    String lastDay() {
        String end = text("/claimInformation/claimDateInformation/statementEndDate");
        return end.isEmpty()
                ? lines().stream()
                        .map(ServiceLine::lastDay)
                        .max(String::compareTo)
                        .orElse("")
                : end;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** One service line. */
    record ServiceLine(JsonNode json) {

        private JsonNode service() {
            return Stream.of("professionalService", "institutionalService")
                    .map(json::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(MissingNode.getInstance());
        }

        BigDecimal charge() {
            return Money.of(service().path("lineItemChargeAmount").asText());
        }

        String procedureQualifier() {
            return service().path("procedureIdentifier").asText("");
        }

        String procedure() {
            return service().path("procedureCode").asText("");
        }

        List<String> modifiers() {
            return stream(service().path("procedureModifiers"))
                    .map(JsonNode::asText)
                    .toList();
        }

        String revenueCode() {
            return service().path("serviceLineRevenueCode").asText("");
        }

        String units() {
            return service().path("serviceUnitCount").asText("");
        }

        /** The submitter's own number of the line (REF*6R). */
        String controlNumber() {
            String number = json.path("providerControlNumber").asText("");
            return number.isEmpty() ? json.path("lineItemControlNumber").asText("") : number;
        }

        String firstDay() {
            return json.path("serviceDate").asText("");
        }

        String lastDay() {
            String end = json.path("serviceDateEnd").asText("");
            return end.isEmpty() ? firstDay() : end;
        }
    }
}
