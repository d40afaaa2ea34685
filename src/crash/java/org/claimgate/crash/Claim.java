package org.claimgate.crash;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A claim of the harness: a sample that is paid, under a patient control number of its own.
 *
 * @param number patient control number (CLM01)
 */
record Claim(String number, String json) {

    /** The payer whose partner's answers are moved after pick-up; any other payer's are deleted. */
    static final String MOVING_PAYER = "MOVEPAID";

    private static final String DELETING_PAYER = "SANDPAID";
    private static final Path SAMPLE = Path.of("edi-samples/837P/paid-office-visit/claim.json");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    /** Every third claim is for the partner whose answers are moved. */
    static Claim next() {
        int number = NUMBERS.incrementAndGet();
        return to(number % 3 == 0 ? MOVING_PAYER : DELETING_PAYER, number);
    }

    static Claim forMovingPartner() {
        return to(MOVING_PAYER, NUMBERS.incrementAndGet());
    }

    private static Claim to(String payer, int number) {
        try {
            ObjectNode claim = (ObjectNode) JSON.readTree(SAMPLE.toFile());
            String patientControlNumber = "CRASH%06d".formatted(number);
            claim.put("tradingPartnerServiceId", payer);
            ((ObjectNode) claim.get("claimInformation")).put("patientControlNumber", patientControlNumber);
            return new Claim(patientControlNumber, claim.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
