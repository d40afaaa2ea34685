package org.claimgate.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.claimgate.flow.Messages;
import org.claimgate.guide.Guides;
import org.claimgate.house.QueueContract;
import org.claimgate.sandbox.Account;
import org.claimgate.sandbox.Sandbox;
import org.claimgate.sandbox.SandboxServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every row of the 51 most frequent rejections goes the whole way: a claim is handed in over HTTP, written, delivered, rejected by the sandbox's 277CA
 * or 999, and the status message names the field that was wrong, as it was handed in.
 */
class FrequentRejectionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param error what a 999 says and the field that it leads to; empty where none says it */
    private record Row(
            String number, String sample, String statuses, List<String> fields, String error, String errorField) {}

    @TempDir
    Path scratch;

    @Test
    void each_names_the_field_that_was_wrong() throws Exception {
        List<Row> rows = rows();
        assertThat(rows.stream().map(Row::number).distinct()).hasSize(51);
        Map<String, List<String>> expected = new TreeMap<>();
        ArrayNode claims = JSON.createArrayNode();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            claims.add(claim(row, "SAND277R", "A" + i, "277CA " + row.statuses()));
            expected.put("A" + i + " 277CA " + row.statuses(), row.fields());
            if (!row.error().isEmpty()) {
                claims.add(claim(row, "SAND999R", "B" + i, "999 " + row.error()));
                expected.put("B" + i + " 999 " + row.error(), List.of(row.errorField()));
            }
        }
        claims.add(claim(rows.get(0), "SANDBATCH", "C1", "277CA A3-746"));
        expected.put("C1 277CA A3-746", List.of(""));

        Map<String, JsonNode> told = reject(claims);

        Map<String, List<String>> found = new TreeMap<>();
        expected.keySet().forEach(key -> found.put(key, fields(told.get(key.substring(0, key.indexOf(' '))))));
        assertThat(found).isEqualTo(expected);
        QueueContract contract = new QueueContract();
        assertThat(told.values()).allSatisfy(message -> {
            assertThat(contract.violations("status", message)).isEmpty();
            assertThat(message.at("/data/fields")).allSatisfy(field -> {
                assertThat(field.path("said").asText()).isNotEmpty();
                assertThat(field.path("fix").asText()).isNotEmpty();
            });
        });
        valuesAreToldUnlessTheySayWhoThePatientIs(told);
    }

    private static void valuesAreToldUnlessTheySayWhoThePatientIs(Map<String, JsonNode> told) {
        Map<String, String> values = new HashMap<>();
        told.values().forEach(message -> message.at("/data/fields")
                .forEach(field -> values.merge(
                        field.path("pointer").asText(), field.path("value").asText("-"), (one, other) -> one)));
        assertThat(values)
                .containsEntry("/billing/npi", "1948372614")
                .containsEntry("/claimInformation/principalDiagnosis/principalDiagnosisCode", "K3532")
                .containsEntry("/claimInformation/claimDateInformation/statementBeginDate", "2026")
                .containsEntry("/subscriber/memberId", "-")
                .containsEntry("/subscriber/lastName", "-")
                .containsEntry("/subscriber/dateOfBirth", "-")
                .containsEntry("/claimInformation/patientControlNumber", "-")
                .containsEntry("/claimInformation/delayReasonCode", "-");
    }

    /** The rejections of claims that are handed in, by patient control number. */
    private Map<String, JsonNode> reject(ArrayNode claims) throws Exception {
        Map<String, JsonNode> told = new HashMap<>();
        Guides guides = Guides.load(Path.of("mappings", "x12"));
        try (SandboxServer sandbox = Sandbox.start(scratch.resolve("sandbox"), 0, guides, Clock.systemUTC());
                Gateway gateway = Gateway.start(config(sandbox));
                JMSContext context = gateway.connectionFactory().createContext()) {
            HttpResponse<String> answer = post(gateway.config().httpPort(), claims.toString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            JMSConsumer consumer =
                    context.createConsumer(context.createQueue(Messages.STATUS_QUEUE), "state = 'REJECTED'");
            while (told.size() < claims.size()) {
                Message next = consumer.receive(PATIENCE.toMillis());
                assertThat(next).as("rejected until now: %s", told.keySet()).isNotNull();
                JsonNode message = JSON.readTree(next.getBody(String.class));
                told.put(message.at("/data/patientControlNumber").asText(), message);
            }
        }
        return told;
    }

    /** The sandbox's own partners, and no mappings of other documents: its reports are not of interest here. */
    private GatewayConfig config(SandboxServer sandbox) throws IOException {
        TestHome home = new TestHome(scratch)
                .set("claimgate.mappings", mappings().toString())
                .set("sandbox.port", String.valueOf(sandbox.port()))
                .set(
                        "sandbox.knownHosts",
                        scratch.resolve("sandbox/known_hosts").toString());
        for (Account account : Sandbox.ACCOUNTS) {
            String profile = Files.readString(Path.of("partners", account.user() + ".yaml"));
            home.partner(account.user(), profile.replace("maximumAgeSeconds: 2", "maximumAgeSeconds: 0"));
        }
        return home.config();
    }

    private Path mappings() throws IOException {
        Path mappings = scratch.resolve("mappings");
        for (String folder : List.of("documents", "claims", "x12", "codes")) {
            Files.createDirectories(mappings.resolve(folder));
        }
        for (String folder : List.of(".", "x12", "codes")) {
            try (Stream<Path> files = Files.list(Path.of("mappings", folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, mappings.resolve(folder).resolve(file.getFileName()));
                }
            }
        }
        return mappings;
    }

    private static HttpResponse<String> post(int port, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/claims"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static List<String> fields(JsonNode message) {
        JsonNode fields = message.at("/data/fields");
        return IntStream.range(0, fields.size())
                .mapToObj(i -> fields.get(i).path("pointer").asText())
                .toList();
    }

    /** A sample for a payer of the sandbox, with a wish in its note. */
    private static ObjectNode claim(Row row, String payer, String patientControlNumber, String wish)
            throws IOException {
        Path sample = Path.of("edi-samples", row.sample(), "claim.json");
        ObjectNode claim = (ObjectNode) JSON.readTree(sample.toFile());
        claim.put("tradingPartnerServiceId", payer);
        ObjectNode information = (ObjectNode) claim.get("claimInformation");
        information.put("patientControlNumber", patientControlNumber);
        // A billing provider of its own: what a 999 says of one reaches all its claims.
        ObjectNode billing = (ObjectNode) (claim.has("billing") ? claim.get("billing") : claim.at("/providers/0"));
        billing.put("organizationName", "PRACTICE " + patientControlNumber);
        if (information.has("principalDiagnosis")) {
            information.put("billingNote", wish);
        } else {
            information.putObject("claimNote").put("additionalInformation", wish);
        }
        return claim;
    }

    private static List<Row> rows() throws IOException {
        Path file = Path.of("src/test/resources/org/claimgate/camel/frequent-rejections.tsv");
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .skip(1)
                .map(line -> line.split("\t"))
                .map(cells -> new Row(
                        cells[0],
                        cells[1],
                        cells[2],
                        pointers(cells[3]),
                        cells[4].equals("-") ? "" : cells[4],
                        pointer(cells[5])))
                .toList();
    }

    private static List<String> pointers(String cell) {
        return List.of(cell.split(" ")).stream()
                .map(FrequentRejectionsTest::pointer)
                .collect(Collectors.toList());
    }

    private static String pointer(String cell) {
        return cell.equals("-") ? "" : cell.startsWith("C/") ? "/claimInformation" + cell.substring(1) : cell;
    }
}
