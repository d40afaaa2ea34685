package org.claimgate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.claimgate.camel.Gateway;
import org.claimgate.camel.Queues;
import org.claimgate.camel.TestHome;
import org.claimgate.flow.Messages;
import org.claimgate.guide.Guides;
import org.claimgate.house.QueueContract;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.response.ClaimState;
import org.claimgate.sandbox.Sandbox;
import org.claimgate.sandbox.SandboxServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Asking how far claims have come, all the way: command or queue, gateway, SFTP, sandbox clearinghouse, and back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InquireCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration A_WHILE = Duration.ofSeconds(60);

    private SandboxServer sandbox;
    private Gateway gateway;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Path work = folder.resolve("sandbox");
        sandbox = Sandbox.start(work, 0, Guides.load(Path.of("mappings/x12")), Clock.systemUTC());
        gateway = Gateway.start(new TestHome(folder)
                .partner("sandbox", Files.readString(Path.of("partners/sandbox.yaml")))
                .set("sandbox.port", String.valueOf(sandbox.port()))
                .set("sandbox.knownHosts", work.resolve("known_hosts").toString())
                .config());
    }

    @AfterAll
    void stop() throws IOException {
        gateway.close();
        sandbox.close();
    }

    @Test
    void a_paid_claim_is_asked_for_and_stays_paid() throws Exception {
        String claim = sent("837P/adjusted-dependent", ClaimState.PAID);

        CommandRun run = CommandRun.of("inquire", "--url", url(), claim);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern(claim + "  asked: trace Q\\d{9} in interchange \\d{9}");
        await().atMost(A_WHILE).until(() -> kinds(claim).contains("FINALIZED_277"));
        assertThat(gateway.ledger().claims().find(claim).orElseThrow().state()).isEqualTo(ClaimState.PAID);
        JsonNode message = status(claim, "FINALIZED_277");
        assertThat(new QueueContract().violations("status", message)).isEmpty();
        assertThat(message.at("/data/references/trackingNumber").asText()).startsWith("Q");
        assertThat(message.at("/data/response/claimStatuses/0/amountPaid").asText())
                .isEqualTo("208.4");
        assertThat(asking()).allSatisfy(interchange -> {
            assertThat(interchange.state()).isEqualTo(StoredInterchange.State.VISIBLE);
            assertThat(interchange.acknowledgment()).isEqualTo("ACCEPTED_TA1");
            assertThat(gateway.ledger()
                            .interchanges()
                            .sets(interchange.id())
                            .get(0)
                            .acknowledgment())
                    .isEqualTo("ACCEPTED_999");
        });
    }

    @Test
    void a_claim_that_nobody_has_answered_for_is_asked_for_by_message() throws Exception {
        String claim = sent("837P/silent", ClaimState.SENT);

        try (JMSContext context = gateway.connectionFactory().createContext()) {
            context.createProducer().send(context.createQueue(Queues.INQUIRIES), "[{\"claimId\": \"" + claim + "\"}]");
        }

        assertThat(status(claim, "INQUIRED").at("/data/state").asText()).isEqualTo("SENT");
        JsonNode answer = status(claim, "NOT_FOUND_277");
        assertThat(answer.at("/data/state").asText()).isEqualTo("SENT");
        assertThat(answer.at("/data/issues/0/code").asText()).isEqualTo("STC:A4:35");
    }

    @Test
    void what_cannot_be_asked_is_named_with_the_reason() throws Exception {
        CommandRun run = CommandRun.of("inquire", "--url", url(), "NOBODYSCLAIM", "no id");

        assertThat(run.exit()).isEqualTo(Exit.BAD_DATA);
        assertThat(run.out().lines())
                .containsExactly(
                        "NOBODYSCLAIM  not asked: expected the id of a claim that was handed in (INQUIRY:unknown-claim)",
                        "-  not asked: expected the id of a claim (JSON:required)");
        CommandRun json = CommandRun.of("inquire", "--url", url(), "--format", "json", "NOBODYSCLAIM");
        assertThat(JSON.readTree(json.out()).at("/0/claimId").asText()).isEqualTo("NOBODYSCLAIM");
    }

    @Test
    void a_request_that_is_no_question_is_bad() throws Exception {
        assertThat(post("/api/inquiries", "hello")).startsWith("400 ");
        assertThat(post("/api/inquiries", "{\"claimId\": \"NOBODYSCLAIM\"}")).startsWith("422 {");
    }

    @Test
    void without_a_gateway_the_command_says_so() {
        CommandRun run = CommandRun.of("inquire", "--url", "http://127.0.0.1:" + TestHome.freePort(), "ANY");

        assertThat(run.exit()).isEqualTo(Exit.PLUMBING);
        assertThat(run.err()).startsWith("gateway: no gateway answers at ");
    }

    /** Hands a sample claim in and waits until it has come so far. */
    private String sent(String sample, ClaimState state) throws Exception {
        String claim = Files.readString(Path.of("edi-samples", sample, "claim.json"));
        String answer = post("/api/claims", claim);
        assertThat(answer).startsWith("202 ");
        String id = JSON.readTree(answer.substring(4)).path("claimId").asText();
        await().atMost(A_WHILE)
                .until(() -> gateway.ledger().claims().find(id).orElseThrow().state() == state);
        return id;
    }

    private String post(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }

    private String url() {
        return "http://127.0.0.1:" + gateway.config().httpPort();
    }

    private List<String> kinds(String claim) {
        return gateway.ledger().claims().events(claim).stream()
                .map(ClaimEvent::kind)
                .toList();
    }

    private List<StoredInterchange> asking() {
        return gateway.ledger().queries().interchanges(0, 100).stream()
                .filter(interchange -> interchange.vocabulary().equals("claim-status-request"))
                .filter(interchange -> gateway.ledger().inquiries().ofInterchange(interchange.id()).stream()
                        .anyMatch(inquiry -> "FINALIZED_277".equals(inquiry.answer())))
                .toList();
    }

    /** The next message of a kind about a claim; those before it are taken. */
    private JsonNode status(String claim, String kind) throws IOException {
        try (JMSContext context = gateway.connectionFactory().createContext();
                JMSConsumer consumer = context.createConsumer(context.createQueue(Messages.STATUS_QUEUE))) {
            String body = consumer.receiveBody(String.class, A_WHILE.toMillis());
            while (body != null) {
                JsonNode message = JSON.readTree(body);
                if (message.path("subject").asText().equals(claim)
                        && message.at("/data/kind").asText().equals(kind)) {
                    return message;
                }
                body = consumer.receiveBody(String.class, A_WHILE.toMillis());
            }
            throw new AssertionError("no message of kind " + kind);
        }
    }
}
