package org.claimgate.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Npi;
import org.claimgate.guide.Place;

/** The edits of every claim, in the order in which they run. */
final class ClaimEdits {

    private static final String CLAIM = "/claimInformation";
    private static final String LINES = CLAIM + "/serviceLines";
    private static final int MONEY_DECIMALS = 2;
    private static final int RETURNED_CHARACTERS = 20;

    /** A rule of one line or two, with its id. */
    private record Rule(String id, BiConsumer<ObjectNode, List<Issue>> body) implements Edit {

        @Override
        public List<Issue> check(ObjectNode claim) {
            List<Issue> issues = new ArrayList<>();
            body.accept(claim, issues);
            return issues;
        }
    }

    static List<Edit> all() {
        return List.of(
                new Rule("claim-total", ClaimEdits::claimTotal),
                new Rule("patient-control-number", ClaimEdits::patientControlNumber),
                new Rule("diagnosis-pointer", ClaimEdits::diagnosisPointers),
                new Rule("npi-check-digit", (claim, issues) -> npis(claim, "", issues)),
                new Rule("payer-claim-control-number", ClaimEdits::frequency),
                new Rule("money-decimals", (claim, issues) -> money(claim, "", issues)),
                new Rule("subscriber-id", ClaimEdits::subscriberId),
                new Rule("subscriber-details", ClaimEdits::subscriberDetails));
    }

    /** Those that hold for a claim of whatever origin, not only for one that is to be sent. */
    static List<Edit> ofReceived() {
        return List.of(
                new Rule("claim-total", ClaimEdits::claimTotal),
                new Rule("diagnosis-pointer", ClaimEdits::diagnosisPointers),
                new Rule("payer-claim-control-number", ClaimEdits::frequency),
                new Rule("subscriber-id", ClaimEdits::subscriberId));
    }

    private static void report(List<Issue> issues, String id, String message, String pointer, JsonNode value) {
        String text = value == null || value.isMissingNode() ? null : value.asText();
        issues.add(Issue.error("EDIT:" + id, message, Place.NOWHERE, pointer, text));
    }

    /** CLM02 is the sum of SV102 or SV203. */
    private static void claimTotal(ObjectNode claim, List<Issue> issues) {
        JsonNode total = claim.at(CLAIM + "/claimChargeAmount");
        BigDecimal charge = amount(total);
        BigDecimal sum = BigDecimal.ZERO;
        boolean known = charge != null && !claim.at(LINES).isEmpty();
        for (JsonNode line : claim.at(LINES)) {
            JsonNode service = line.has("institutionalService")
                    ? line.get("institutionalService")
                    : line.path("professionalService");
            BigDecimal lineCharge = amount(service.path("lineItemChargeAmount"));
            known &= lineCharge != null;
            sum = sum.add(lineCharge == null ? BigDecimal.ZERO : lineCharge);
        }
        if (known && charge.compareTo(sum) != 0) {
            report(
                    issues,
                    "claim-total",
                    "expected the sum of the service lines' charges, " + sum.toPlainString(),
                    CLAIM + "/claimChargeAmount",
                    total);
        }
    }

    /** CLM01 may have 38 characters; payers need to give back 20. */
    private static void patientControlNumber(ObjectNode claim, List<Issue> issues) {
        String at = CLAIM + "/patientControlNumber";
        if (claim.at(at).asText().length() > RETURNED_CHARACTERS) {
            report(
                    issues,
                    "patient-control-number",
                    "expected at most 20 characters: payers need not return more",
                    at,
                    claim.at(at));
        }
    }

    private static BigDecimal amount(JsonNode text) {
        if (!text.isTextual()
                || !text.textValue().matches("-?\\d{0,15}(\\.\\d{0,10})?")
                || !text.textValue().matches(".*\\d.*")) {
            return null;
        }
        return new BigDecimal(text.textValue());
    }

    /** SV107 points to the diagnoses of the HI by their order. */
    private static void diagnosisPointers(ObjectNode claim, List<Issue> issues) {
        int diagnoses = claim.at(CLAIM + "/healthCareCodeInformation").size();
        JsonNode lines = claim.at(LINES);
        for (int i = 0; i < lines.size(); i++) {
            String at = LINES + "/" + i + "/professionalService/compositeDiagnosisCodePointers/diagnosisCodePointers";
            JsonNode diagnosisPointers = claim.at(at);
            for (int j = 0; j < diagnosisPointers.size(); j++) {
                String text = diagnosisPointers.get(j).asText();
                if (diagnoses > 0 && text.matches("[1-9]|1[0-2]") && Integer.parseInt(text) > diagnoses) {
                    report(
                            issues,
                            "diagnosis-pointer",
                            "expected the number of one of the claim's " + diagnoses + " diagnoses",
                            at + "/" + j,
                            diagnosisPointers.get(j));
                }
            }
        }
    }

    private static void npis(JsonNode node, String pointer, List<Issue> issues) {
        each(node, pointer, (name, at) -> {
            JsonNode value = name.value();
            boolean npi = name.name().equals("npi") || at.equals(CLAIM + "/serviceFacilityLocation/identificationCode");
            if (npi && value.isTextual() && !Npi.isValid(value.textValue())) {
                report(issues, "npi-check-digit", "expected an NPI: ten digits, the last one a check digit", at, value);
            }
            npis(value, at, issues);
        });
    }

    /** REF*F8 names the claim that a replacement or void is about. */
    private static void frequency(ObjectNode claim, List<Issue> issues) {
        String frequency = claim.at(CLAIM + "/claimFrequencyCode").asText();
        String at = CLAIM + "/claimSupplementalInformation/claimControlNumber";
        if (Set.of("7", "8").contains(frequency) && claim.at(at).isMissingNode()) {
            report(
                    issues,
                    "payer-claim-control-number",
                    "expected the payer's claim control number of the claim that frequency " + frequency + " is about",
                    at,
                    null);
        }
    }

    private static void money(JsonNode node, String pointer, List<Issue> issues) {
        each(node, pointer, (name, at) -> {
            JsonNode value = name.value();
            BigDecimal money = isMoney(name.name()) ? amount(value) : null;
            if (money != null && money.scale() > MONEY_DECIMALS) {
                report(issues, "money-decimals", "expected at most two decimals", at, value);
            }
            money(value, at, issues);
        });
    }

    private static boolean isMoney(String name) {
        return name.endsWith("Amount") || name.endsWith("Price") || name.equals("amount");
    }

    /** NM109 of 2010BA. Of an identifier whose qualifier is wrong, that is said already. */
    private static void subscriberId(ObjectNode claim, List<Issue> issues) {
        JsonNode subscriber = claim.path("subscriber");
        boolean identified = subscriber.has("memberId")
                || subscriber.has("standardHealthId")
                || subscriber.path("x12").has("2010BA.NM1*IL.9");
        if (subscriber.has("lastName") && !identified) {
            report(
                    issues,
                    "subscriber-id",
                    "expected the member id of a subscriber who is a person",
                    "/subscriber/memberId",
                    null);
        }
    }

    /** 2010BA N3, N4 and DMG are asked for when the subscriber is the patient. */
    private static void subscriberDetails(ObjectNode claim, List<Issue> issues) {
        JsonNode subscriber = claim.path("subscriber");
        if (claim.has("dependent") || !claim.has("subscriber")) {
            return;
        }
        for (String field : List.of("address", "dateOfBirth", "gender")) {
            if (!subscriber.has(field)) {
                report(
                        issues,
                        "subscriber-details",
                        "expected a value: the subscriber is the patient",
                        "/subscriber/" + field,
                        null);
            }
        }
    }

    /** A field and the name under which it stands. */
    private record Named(String name, JsonNode value) {}

    private static void each(JsonNode node, String pointer, BiConsumer<Named, String> body) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> body.accept(
                            new Named(field.getKey(), field.getValue()), Pointers.child(pointer, field.getKey())));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            body.accept(new Named("", node.get(i)), Pointers.child(pointer, i));
        }
    }

    private ClaimEdits() {}
}
