package org.claimgate.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.claimgate.camel.Queues;
import org.claimgate.house.Waiting;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.response.ClaimState;
import org.junit.jupiter.api.io.TempDir;

/** Claims that a clearinghouse has answered are corrected: what went before its payer comes as new, what was paid is replaced. */
class CorrectionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path scratch;

    @Waiting
    void a_rejected_claim_is_corrected_and_paid_and_a_paid_one_is_replaced_and_paid_anew() throws Exception {
        ObjectNode lacking = sample("837P/part-of-batch-rejected");
        ObjectNode good = sample("837P/paid-office-visit");
        try (DemoHouse house = new DemoHouse(Path.of("").toAbsolutePath(), scratch, Clock.system(ZoneOffset.UTC));
                QueueClient queues = start(house)) {
            Ledger ledger = house.gateway().ledger();
            handIn(queues, lacking);
            handIn(queues, good);
            StoredClaim rejected = ends(() -> handedIn(ledger, lacking), ClaimState.REJECTED);
            StoredClaim paid = ends(() -> handedIn(ledger, good), ClaimState.PAID);

            handIn(queues, withSecondLine(lacking).put("replaces", rejected.id()));
            handIn(queues, atAnotherPlace(good).put("replaces", number(good)));
            StoredClaim corrected = ends(() -> inPlaceOf(ledger, rejected), ClaimState.PAID);
            StoredClaim replacement = ends(() -> inPlaceOf(ledger, paid), ClaimState.PAID);

            assertThat(replacement.payerControlNumber()).isNotEqualTo(paid.payerControlNumber());
            assertThat(claimAtClearinghouse(corrected))
                    .contains("CLM*" + number(lacking) + "R1*")
                    .contains(":B:1*")
                    .doesNotContain("REF*F8*");
            assertThat(claimAtClearinghouse(replacement))
                    .contains("CLM*" + number(good) + "R1*")
                    .contains(":B:7*")
                    .contains("REF*F8*" + paid.payerControlNumber() + "~");
            for (StoredClaim earlier : List.of(rejected, paid)) {
                assertThat(ledger.claims().find(earlier.id()).orElseThrow().state())
                        .as("the answers to its correction are not its own")
                        .isEqualTo(earlier.state());
            }
        }
    }

    private static QueueClient start(DemoHouse house) throws Exception {
        house.startSandbox();
        house.startGateway();
        return house.queues();
    }

    private static void handIn(QueueClient queues, ObjectNode claim) {
        queues.submit(Queues.CLAIMS, List.of(new Sample("billing", claim.toString(), Expectation.parse("ends: PAID"))));
    }

    private static StoredClaim ends(Supplier<Optional<StoredClaim>> claim, ClaimState end) {
        return await().atMost(PATIENCE)
                .until(claim::get, found -> found.isPresent() && found.get().state() == end)
                .orElseThrow();
    }

    private static Optional<StoredClaim> handedIn(Ledger ledger, ObjectNode claim) {
        return ledger.claims().handedInAs("billing", number(claim)).stream().findFirst();
    }

    private static Optional<StoredClaim> inPlaceOf(Ledger ledger, StoredClaim earlier) {
        return ledger.claims().find(earlier.id()).map(StoredClaim::replacedBy).flatMap(ledger.claims()::find);
    }

    /** From its CLM to the next one, in the file that the clearinghouse took. */
    private String claimAtClearinghouse(StoredClaim claim) throws IOException {
        String beginning = "CLM*" + claim.sentControlNumber() + "*";
        try (Stream<Path> files = Files.walk(scratch.resolve("sandbox/desk"))) {
            for (Path file :
                    files.filter(path -> path.getParent().endsWith("processed")).toList()) {
                String x12 = Files.readString(file, UTF_8);
                int start = x12.indexOf(beginning);
                if (start >= 0) {
                    int next = x12.indexOf("CLM*", start + 1);
                    return x12.substring(start, next < 0 ? x12.length() : next);
                }
            }
        }
        return "";
    }

    private static ObjectNode withSecondLine(ObjectNode claim) {
        ObjectNode corrected = claim.deepCopy();
        ObjectNode information = corrected.withObject("/claimInformation");
        ArrayNode lines = information.withArray("serviceLines");
        ObjectNode second = lines.get(0).deepCopy();
        second.put("providerControlNumber", number(claim) + "B");
        second.withObject("/professionalService").put("lineItemChargeAmount", "10.00");
        lines.add(second);
        String charge = information.path("claimChargeAmount").asText();
        information.put(
                "claimChargeAmount",
                new BigDecimal(charge).add(BigDecimal.TEN).setScale(2).toPlainString());
        return corrected;
    }

    private static ObjectNode atAnotherPlace(ObjectNode claim) {
        ObjectNode corrected = claim.deepCopy();
        corrected.withObject("/claimInformation").put("placeOfServiceCode", "22");
        return corrected;
    }

    private static String number(ObjectNode claim) {
        return claim.at("/claimInformation/patientControlNumber").asText();
    }

    private static ObjectNode sample(String name) throws IOException {
        return (ObjectNode)
                JSON.readTree(Path.of("edi-samples", name, "claim.json").toFile());
    }
}
