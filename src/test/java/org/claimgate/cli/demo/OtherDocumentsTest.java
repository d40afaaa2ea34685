package org.claimgate.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.claimgate.flow.Messages;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.StoredClaim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents that are no HIPAA sets go the whole way: exports become claims, and claims are told of in reports. */
class OtherDocumentsTest {

    private static final Path MAPPINGS = Path.of("mappings/documents");
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path scratch;

    @Test
    void a_csv_export_and_printed_forms_become_claims_that_are_sent_reported_on_and_paid() throws Exception {
        try (DemoHouse house = new DemoHouse(Path.of("").toAbsolutePath(), scratch, Clock.system(ZoneOffset.UTC))) {
            house.startSandbox();
            arrives("practice-claim-export/samples/claims-of-several-rows/input.csv", "claims-1126.csv");
            arrives("cms-1500-print-image/samples/two-pages/input.txt", "cms1500-1126.txt");
            arrives("practice-claim-export/samples/bad-truncated/input.csv", "claims-1127.csv");
            house.startGateway();
            Ledger ledger = house.gateway().ledger();

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(states(ledger))
                    .isEqualTo(Map.of(
                            "PX5001", "PAID",
                            "PX5002", "PAID",
                            "PX5003", "PAID",
                            "LFP265001", "PAID",
                            "LFP265002", "PAID")));

            for (StoredClaim claim : ledger.queries().claims(0, 10)) {
                List<String> kinds = ledger.claims().events(claim.id()).stream()
                        .map(ClaimEvent::kind)
                        .toList();
                assertThat(kinds).startsWith("TAKEN_IN", "BATCHED").contains("ACCEPTED_277CA", "PAID_835");
                assertThat(kinds.stream().filter("ACCEPTED_REPORT"::equals))
                        .as("one report of claims, one of batches")
                        .hasSize(2);
                assertThat(claim.sender()).isEqualTo("sandbox");
            }
            assertThat(told(house, Messages.PAYMENT_QUEUE, "/data/patientControlNumber"))
                    .containsExactlyInAnyOrder("PX5001", "PX5002", "PX5003", "LFP265001", "LFP265002");
            assertThat(told(house, Messages.PROBLEM_QUEUE, "/data/code")).containsExactly("DOCUMENT:syntax");
        }
    }

    /** A file lies in the folder that the gateway picks up from. */
    private void arrives(String sample, String name) throws IOException {
        Files.copy(
                MAPPINGS.resolve(sample),
                scratch.resolve("sandbox/users/sandbox/inbound").resolve(name));
    }

    private static Map<String, String> states(Ledger ledger) {
        return ledger.queries().claims(0, 10).stream()
                .collect(Collectors.toMap(StoredClaim::patientControlNumber, claim -> claim.state()
                        .name()));
    }

    private static List<String> told(DemoHouse house, String queue, String pointer) throws Exception {
        List<String> found = new ArrayList<>();
        try (QueueClient queues = house.queues()) {
            await().atMost(PATIENCE)
                    .until(() -> house.gateway().ledger().queries().backlog().messages() == 0);
            for (String message : queues.take(queue)) {
                JsonNode json = JSON.readTree(message);
                if (!json.at("/data/payment").isObject()
                        || json.at("/data/claimId").isTextual()) {
                    found.add(json.at(pointer).asText());
                }
            }
        }
        return found;
    }
}
