package org.claimgate.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.claimgate.flow.Messages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole gateway on real parts, with a partner in this process. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SAMPLES = Path.of("edi-samples");
    private static final long SOON_MILLIS = 10_000;

    private Path folder;
    private DropPoint partner;
    private Gateway gateway;

    @BeforeAll
    void start(@TempDir Path home) {
        folder = home;
        partner = new DropPoint(folder.resolve("partner"));
        gateway = Gateway.start(new TestHome(folder)
                .partner("test", partner.profile("test", "[\"*\"]"))
                .config());
    }

    @AfterAll
    void stop() throws IOException {
        gateway.close();
        partner.close();
    }

    @Test
    void a_claim_posted_is_taken_in_and_the_same_one_again_gets_the_first_answer() throws Exception {
        String claim = sample("837P/paid-office-visit");
        HttpResponse<String> first = post(claim, "application/json");
        JsonNode answer = JSON.readTree(first.body());
        assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
        assertThat(answer.path("state").asText()).isEqualTo("READY");
        assertThat(answer.path("duplicate").asBoolean()).isFalse();
        JsonNode again = JSON.readTree(
                post(claim.replace("\n", "\n "), "application/json").body());
        assertThat(again.path("claimId")).isEqualTo(answer.path("claimId"));
        assertThat(again.path("duplicate").asBoolean()).isTrue();
    }

    @Test
    void a_bad_claim_posted_is_refused_with_its_fields_and_the_queue_is_told() throws Exception {
        HttpResponse<String> response = post(sample("837P/bad-missing-field"), "application/json");
        JsonNode answer = JSON.readTree(response.body());
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(answer.path("state").asText()).isEqualTo("REFUSED");
        assertThat(answer.path("issues").findValuesAsText("pointer")).isNotEmpty();
        JsonNode status = status("state = 'REFUSED'", answer.path("claimId").asText());
        assertThat(status.path("data").path("issues")).isEqualTo(answer.path("issues"));
    }

    @Test
    void a_claim_of_another_system_is_mapped_by_its_sender() throws Exception {
        Path samples = Path.of("mappings/claims/fhir-r4-claim/samples");
        HttpResponse<String> taken =
                post(Files.readString(samples.resolve("contained/input.json")), "application/json", "fhir-r4");
        JsonNode answer = JSON.readTree(taken.body());
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        assertThat(answer.path("mapping").asText()).isEqualTo("fhir-r4-claim");
        HttpResponse<String> refused = post(
                Files.readString(samples.resolve("bad-second-insurance/input.json")), "application/json", "fhir-r4");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(refused.body()).at("/issues/0/code").asText()).isEqualTo("DOCUMENT:mapping");
    }

    @Test
    void a_body_that_is_no_json_is_bad_and_one_that_is_a_form_never_reaches_a_header() throws Exception {
        assertThat(post("hello", "application/json").statusCode()).isEqualTo(400);
        HttpResponse<String> form = post("{\"a\": 1}", "application/x-www-form-urlencoded");
        assertThat(form.statusCode()).isEqualTo(415);
    }

    @Test
    void a_compressed_body_is_refused_in_words_and_not_taken_in() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address())
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {0x1F, (byte) 0x8B, 8}))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(JSON.readTree(response.body()).path("error").asText()).contains("nothing was taken in");
        assertThat(response.body()).doesNotContain("claimId");
    }

    @Test
    void nothing_of_a_request_comes_back_in_the_answers_headers() throws Exception {
        HttpResponse<String> response = post("hello", "application/json");
        assertThat(response.headers().map().keySet()).doesNotContain("x-claimgate-sender", "camelfilename");
    }

    @Test
    void claims_of_a_message_get_one_status_each_and_a_claim_sent_again_gets_it_again() throws Exception {
        String claim = sample("837P/drug-line");
        send("[" + claim + "," + sample("837P/bad-unknown-field") + "]");
        JsonNode taken = status("state = 'READY'", null);
        assertThat(taken.path("data").path("sender").asText()).isEqualTo("billing");
        assertThat(taken.path("data").path("kind").asText()).isEqualTo("TAKEN_IN");
        send(claim);
        JsonNode again = status("state = 'READY'", taken.path("subject").asText());
        assertThat(again.path("id")).isNotEqualTo(taken.path("id"));
    }

    @Test
    void a_file_of_the_watched_folder_gets_its_answer_beside_it() throws IOException {
        Path intake = folder.resolve("intake");
        TestHome.write(intake.resolve("good.json"), sample("837P/silent"));
        TestHome.write(intake.resolve("bad.jsonl"), "{\"a\":\n");
        await().untilAsserted(() -> {
            assertThat(intake.resolve("done/good.json")).exists();
            assertThat(intake.resolve("refused/bad.jsonl")).exists();
        });
        JsonNode answer = JSON.readTree(Files.readString(intake.resolve("done/good.json.answer.json")));
        assertThat(answer.get(0).path("state").asText()).isEqualTo("READY");
        assertThat(intake.resolve("refused/bad.jsonl.answer.json")).exists();
    }

    @Test
    void claims_may_come_as_an_export_of_another_form() throws Exception {
        Path samples = Path.of("mappings/documents/practice-claim-export/samples");
        String export = Files.readString(samples.resolve("claims-of-several-rows/input.csv"));
        HttpResponse<String> taken = post(export, "text/csv");
        assertThat(taken.statusCode()).isEqualTo(202);
        assertThat(JSON.readTree(taken.body())).hasSize(3).allSatisfy(answer -> assertThat(
                        answer.path("mapping").asText())
                .isEqualTo("practice-claim-export"));

        HttpResponse<String> refused = post(Files.readString(samples.resolve("bad-truncated/input.csv")), "text/csv");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(refused.body()).at("/issues/0/code").asText()).isEqualTo("DOCUMENT:syntax");

        HttpResponse<String> withoutNumber = post(export.replace("1948372614", ""), "text/csv");
        assertThat(withoutNumber.statusCode())
                .as("an atypical provider has no NPI")
                .isEqualTo(202);
        assertThat(JSON.readTree(withoutNumber.body()).findValuesAsText("duplicate"))
                .containsOnly("false");

        Path intake = folder.resolve("intake");
        TestHome.write(intake.resolve("export.csv"), export.replace("PX500", "PX600"));
        await().untilAsserted(() ->
                assertThat(intake.resolve("done/export.csv.answer.json")).exists());
        assertThat(JSON.readTree(Files.readString(intake.resolve("done/export.csv.answer.json"))))
                .hasSize(3)
                .allSatisfy(answer -> assertThat(answer.path("state").asText()).isEqualTo("READY"));
    }

    @Test
    void an_answer_file_is_stored_and_then_removed_at_the_partner() {
        TestHome.write(partner.inbound().resolve("answer.999"), "ISA*whatever~");
        TestHome.write(partner.inbound().resolve(".hidden"), "not yet");
        await().untilAsserted(() ->
                assertThat(partner.inbound().resolve("answer.999")).doesNotExist());
        assertThat(partner.inbound().resolve(".hidden")).exists();
        await().untilAsserted(() -> assertThat(gateway.ledger().queries().files(0, 10))
                .anySatisfy(file -> {
                    assertThat(file.name()).isEqualTo("answer.999");
                    assertThat(file.disposed()).isTrue();
                }));
    }

    @Test
    void every_route_reports_and_shows_no_secret() {
        await().untilAsserted(() -> assertThat(gateway.routes())
                .extracting(RouteReport::id)
                .containsExactlyInAnyOrder(
                        "intake-queue",
                        "intake-http",
                        "intake-folder",
                        "inquiry-queue",
                        "inquiry-http",
                        "submission",
                        "delivery-test",
                        "pickup-test",
                        "interpretation",
                        "posting",
                        "publication",
                        "deadlines",
                        "retention",
                        "watch",
                        "queues",
                        "acts-http"));
        await().untilAsserted(() -> assertThat(gateway.routes())
                .filteredOn(route -> !route.id().matches("(intake|inquiry|acts)-.*"))
                .allSatisfy(route -> {
                    assertThat(route.state()).isEqualTo(RouteReport.State.RUNNING);
                    assertThat(route.lastSuccess()).isNotNull();
                }));
        assertThat(gateway.routes().toString()).doesNotContain(DropPoint.PASSWORD);
    }

    @Test
    void a_route_can_be_stopped_and_started_alone() {
        gateway.stopRoute("delivery-test");
        assertThat(state("delivery-test")).isEqualTo(RouteReport.State.STOPPED);
        assertThat(state("pickup-test")).isEqualTo(RouteReport.State.RUNNING);
        gateway.startRoute("delivery-test");
        assertThat(state("delivery-test")).isEqualTo(RouteReport.State.RUNNING);
    }

    private RouteReport.State state(String id) {
        return gateway.routes().stream()
                .filter(route -> route.id().equals(id))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private HttpResponse<String> post(String body, String type) throws IOException, InterruptedException {
        return post(body, type, "tester");
    }

    private HttpResponse<String> post(String body, String type, String sender)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address())
                .header("Content-Type", type)
                .header("X-Claimgate-Sender", sender)
                .header("CamelFileName", "../evil")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + gateway.config().httpPort() + "/api/claims");
    }

    private void send(String body) throws JMSException {
        try (JMSContext context = context()) {
            TextMessage message = context.createTextMessage(body);
            message.setStringProperty("sender", "billing");
            message.setStringProperty("CAmelFileName", "../evil");
            context.createProducer().send(context.createQueue(Queues.CLAIMS), message);
        }
    }

    /** The next status message that a selector finds; of one claim unless null. */
    private JsonNode status(String selector, String claimId) throws JMSException, IOException {
        try (JMSContext context = context()) {
            var consumer = context.createConsumer(context.createQueue(Messages.STATUS_QUEUE), selector);
            Message message = consumer.receive(SOON_MILLIS);
            while (message != null) {
                JsonNode event = JSON.readTree(message.getBody(String.class));
                if (claimId == null || event.path("subject").asText().equals(claimId)) {
                    return event;
                }
                message = consumer.receive(SOON_MILLIS);
            }
            throw new AssertionError("no such status message");
        }
    }

    private JMSContext context() {
        return JmsParts.connectionFactory(gateway.brokerUrl(), gateway.config().broker())
                .createContext();
    }

    private static String sample(String name) throws IOException {
        return Files.readString(SAMPLES.resolve(name).resolve("claim.json"));
    }
}
