package org.claimgate.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.claimgate.camel.RouteReport.State;
import org.claimgate.flow.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts go away under a running gateway, and come back. */
class GatewayHealingTest {

    private static final GatewayConfig.BrokerAccess CLOSED = new GatewayConfig.BrokerAccess("", "", "", "");
    private static final long SOON_MILLIS = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private DropPoint first;
    private DropPoint second;
    private TestHome home;

    @BeforeEach
    void open() {
        first = new DropPoint(folder.resolve("first"));
        second = new DropPoint(folder.resolve("second"));
        home = new TestHome(folder)
                .partner("first", first.profile("first", "[\"*\"]"))
                .partner("second", second.profile("second", "[\"OTHER\"]"));
    }

    @AfterEach
    void close() throws IOException {
        first.close();
        second.close();
    }

    @Test
    void a_claim_reaches_a_partner_whose_server_was_down_exactly_once() throws Exception {
        try (Gateway gateway = Gateway.start(home.config())) {
            first.stop();
            send(gateway, claim());
            await().atMost(PATIENCE)
                    .until(() -> report(gateway, "delivery-first").state() == State.RETRYING);
            assertThat(report(gateway, "delivery-first").failure()).startsWith("Partner first: no connection");
            assertThat(report(gateway, "delivery-second").state()).isEqualTo(State.RUNNING);
            await().atMost(PATIENCE)
                    .until(() -> report(gateway, "delivery-first").state() == State.CIRCUIT_OPEN);
            assertThat(health(gateway, "")).contains("Circuit open: delivery-first");
            first.start();
            await().atMost(PATIENCE).until(() -> first.dropped().size() == 1);
            await().atMost(PATIENCE)
                    .until(() -> report(gateway, "delivery-first").state() == State.RUNNING);
            await().atMost(PATIENCE).until(() -> !health(gateway, "").contains("Circuit open"));
            assertThat(report(gateway, "delivery-first").succeeded()).isEqualTo(1);
            assertThat(Files.readString(first.outbound().resolve(first.dropped().get(0))))
                    .startsWith("ISA*");
            assertThat(first.dropped()).allMatch(name -> name.matches("first_\\d{9}\\.x12"));
        }
    }

    @Test
    void another_host_key_stops_that_partner_alone_says_so_and_is_over_when_the_key_is_right() throws Exception {
        try (Gateway gateway = Gateway.start(home.config())) {
            await().atMost(PATIENCE).until(() -> report(gateway, "pickup-first").lastSuccess() != null);
            first.changeHostKey();
            await().atMost(PATIENCE)
                    .until(() -> report(gateway, "pickup-first").state() == State.STOPPED_IN_ERROR
                            && report(gateway, "delivery-first").state() == State.STOPPED_IN_ERROR);
            assertThat(report(gateway, "pickup-second").state()).isEqualTo(State.RUNNING);
            Message problem = receive(gateway, Messages.PROBLEM_QUEUE);
            assertThat(new ObjectMapper()
                            .readTree(problem.getBody(String.class))
                            .at("/data/code")
                            .asText())
                    .isEqualTo("SFTP:host-key");
            assertThat(problem.getStringProperty("partner")).isEqualTo("first");
            assertThat(health(gateway, "")).contains("DOWN");
            assertThat(health(gateway, "/live")).contains("UP").doesNotContain("DOWN");
            TestHome.write(second.inbound().resolve("answer.x12"), "something");
            await().atMost(PATIENCE).until(() -> !Files.exists(second.inbound().resolve("answer.x12")));

            first.stop();
            first.start();
            gateway.startRoute("pickup-first");
            gateway.startRoute("delivery-first");
            send(gateway, claim());
            await().atMost(PATIENCE).until(() -> first.dropped().size() == 1);
            assertThat(health(gateway, "")).doesNotContain("DOWN");
        }
    }

    @Test
    void what_happens_while_the_broker_is_away_is_told_once_when_it_is_back() throws Exception {
        GatewayConfig.BrokerAccess door =
                new GatewayConfig.BrokerAccess("", "tcp://127.0.0.1:" + TestHome.freePort(), "", "");
        Path journal = folder.resolve("other-broker");
        home.set("claimgate.broker.url", door.acceptor());
        Broker broker = Broker.start(journal, door);
        try (Gateway gateway = Gateway.start(home.config())) {
            broker.close();
            assertThat(post(gateway, "{}")).isEqualTo(422);
            await().atMost(PATIENCE).until(() -> report(gateway, "publication").state() == State.RETRYING);
            broker = Broker.start(journal, door);
            Broker back = broker;
            await().atMost(PATIENCE).until(() -> back.depth(Messages.STATUS_QUEUE) == 1);
            send(gateway, claim());
            await().atMost(PATIENCE).until(() -> first.dropped().size() == 1);
            await().atMost(PATIENCE).until(() -> back.depth(Messages.STATUS_QUEUE) == 3);
            assertThat(back.depth(Queues.CLAIMS)).isZero();
        } finally {
            broker.close();
        }
    }

    @Test
    void payments_whose_folder_cannot_be_written_are_told_of_and_written_once_when_it_can() throws Exception {
        Path payments = folder.resolve("payments");
        Files.createFile(payments);
        home.set("claimgate.payments.folder", payments.toString()).set("claimgate.payments.period", "200");
        Files.copy(
                Path.of("edi-samples/835/paid-in-full/received.x12"),
                first.inbound().resolve("monday.835"));
        try (Gateway gateway = Gateway.start(home.config())) {
            await().atMost(PATIENCE).until(() -> report(gateway, "posting").state() == State.CIRCUIT_OPEN);
            assertThat(report(gateway, "posting").failure()).contains("claimgate.payments.folder");
            Files.delete(payments);
            await().atMost(PATIENCE).until(() -> report(gateway, "posting").state() == State.RUNNING);
            assertThat(payments.toFile().list()).singleElement().asString().endsWith(".csv");
        }
    }

    private static String claim() throws IOException {
        return Files.readString(Path.of("edi-samples/837P/paid-office-visit/claim.json"));
    }

    private static RouteReport report(Gateway gateway, String id) {
        return gateway.routes().stream()
                .filter(route -> route.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void send(Gateway gateway, String body) {
        try (JMSContext context = context(gateway)) {
            context.createProducer().send(context.createQueue(Queues.CLAIMS), body);
        }
    }

    private static Message receive(Gateway gateway, String queue) throws JMSException {
        try (JMSContext context = context(gateway)) {
            return context.createConsumer(context.createQueue(queue)).receive(SOON_MILLIS);
        }
    }

    private static JMSContext context(Gateway gateway) {
        return JmsParts.connectionFactory(gateway.brokerUrl(), CLOSED).createContext();
    }

    private static int post(Gateway gateway, String body) throws IOException, InterruptedException {
        return call(HttpRequest.newBuilder(address(gateway.config().httpPort(), "/api/claims"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .statusCode();
    }

    private static String health(Gateway gateway, String which) throws IOException, InterruptedException {
        int port = Integer.parseInt(gateway.config().properties().get("claimgate.management.port"));
        return call(HttpRequest.newBuilder(address(port, "/observe/health" + which)))
                .body();
    }

    private static HttpResponse<String> call(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI address(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
