package org.claimgate.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A message that the billing system took.
 *
 * @param id of the CloudEvent, the same whenever the same thing is told
 * @param number patient control number of the claim that it is about; empty for none
 * @param kind what happened, such as PAID_835
 */
record Received(String queue, String id, String claimId, String number, String kind) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Received of(String queue, String body) {
        try {
            JsonNode message = JSON.readTree(body);
            JsonNode data = message.path("data");
            return new Received(
                    queue,
                    message.path("id").asText(),
                    data.path("claimId").asText(""),
                    data.path("patientControlNumber").asText(""),
                    data.path("kind").asText(data.path("code").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a person had it sent once more. */
    boolean isReplay() {
        return id.startsWith("replay:");
    }

    /** Whether it answers a claim that was handed in a second time, because the first time had not been confirmed. */
    boolean isAnsweredAgain() {
        return id.contains(":again:");
    }
}
