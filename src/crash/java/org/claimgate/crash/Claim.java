package org.claimgate.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A claim of the harness: a sample that is paid, or that nobody answers, under a patient control number of its own.
 *
 * @param number patient control number (CLM01)
 */
record Claim(String number, String json) {

    /** The payer whose partner's answers are moved after pick-up; any other payer's are deleted. */
    static final String MOVING_PAYER = "MOVEPAID";

    /** The payer who answers nothing at all. */
    static final String SILENT_PAYER = "SANDSILENT";

    /** What is told of a claim that is paid. */
    static final String PAID = "PAID_835";

    private static final String DELETING_PAYER = "SANDPAID";
    private static final Set<String> TOLD_OF_SILENT = Set.of("TAKEN_IN", "SENT", "OVERDUE_TA1");
    private static final Set<String> TOLD_OF_PAID =
            Set.of("TAKEN_IN", "SENT", "ACCEPTED_TA1", "ACCEPTED_999", "ACCEPTED_277CA", PAID);

    private static final Path SAMPLE = Path.of("edi-samples/837P/paid-office-visit/claim.json");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MANY_LINES = 24;
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    /** For the partner whose answers are deleted. */
    static Claim next() {
        return of(DELETING_PAYER, 1);
    }

    /** For the partner whose answers are moved. */
    static Claim forMovingPartner() {
        return of(MOVING_PAYER, 1);
    }

    /** That nobody answers. */
    static Claim silent() {
        return of(SILENT_PAYER, 1);
    }

    /** What is to be told of it, once each. */
    Set<String> kinds() {
        return json.contains(SILENT_PAYER) ? TOLD_OF_SILENT : TOLD_OF_PAID;
    }

    /** With 48 service lines; 50 is the most. */
    static Claim large() {
        return of(DELETING_PAYER, MANY_LINES);
    }

    private static Claim of(String payer, int lines) {
        try {
            ObjectNode claim = (ObjectNode) JSON.readTree(SAMPLE.toFile());
            String patientControlNumber = "CRASH%06d".formatted(NUMBERS.incrementAndGet());
            claim.put("tradingPartnerServiceId", payer);
            ObjectNode information = (ObjectNode) claim.get("claimInformation");
            information.put("patientControlNumber", patientControlNumber);
            repeat(information, lines);
            return new Claim(patientControlNumber, claim.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of the sample again and again; their charges come to the claim's. */
    private static void repeat(ObjectNode information, int times) {
        ArrayNode lines = (ArrayNode) information.get("serviceLines");
        List<JsonNode> sample = new ArrayList<>();
        lines.forEach(sample::add);
        for (int copy = 1; copy < times; copy++) {
            for (JsonNode line : sample) {
                ObjectNode another = line.deepCopy();
                another.put("providerControlNumber", "%d-%d".formatted(copy, lines.size()));
                lines.add(another);
            }
        }
        BigDecimal charge = new BigDecimal(information.get("claimChargeAmount").asText());
        information.put(
                "claimChargeAmount", charge.multiply(BigDecimal.valueOf(times)).toPlainString());
    }
}
