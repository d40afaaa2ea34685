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
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.claimgate.camel.Gateway;
import org.claimgate.camel.GatewayConfig;
import org.claimgate.camel.TestHome;
import org.claimgate.flow.Messages;
import org.claimgate.guide.Guides;
import org.claimgate.house.QueueContract;
import org.claimgate.ledger.Act;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.ledger.InboxFile;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.response.ClaimState;
import org.claimgate.sandbox.Sandbox;
import org.claimgate.sandbox.SandboxServer;
import org.claimgate.web.StatusPages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Keeping watch, all the way: a gateway whose clock the test turns, a sandbox clearinghouse, the queues and the commands. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActCommandsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration A_WHILE = Duration.ofSeconds(60);

    private volatile Duration ahead = Duration.ZERO;
    private final Clock clock = ((InstantSource) () -> Instant.now().plus(ahead)).withZone(ZoneOffset.UTC);
    private SandboxServer sandbox;
    private Gateway gateway;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Path work = folder.resolve("sandbox");
        sandbox = Sandbox.start(work, 0, Guides.load(Path.of("mappings/x12")), Clock.systemUTC());
        GatewayConfig config = new TestHome(folder)
                .partner("sandbox", Files.readString(Path.of("partners/sandbox.yaml")))
                .set("sandbox.port", String.valueOf(sandbox.port()))
                .set("sandbox.knownHosts", work.resolve("known_hosts").toString())
                .config();
        gateway = Gateway.start(new GatewayConfig(config.home(), config.properties(), clock));
        StatusPages.of(gateway, "test").mount(gateway.router());
    }

    @AfterAll
    void stop() throws IOException {
        gateway.close();
        sandbox.close();
    }

    @Test
    void an_answer_that_does_not_come_is_overdue_until_it_comes() throws Exception {
        String claim = sent("837P/silent");
        assertThat(status()).doesNotContain("ANSWER_OVERDUE");

        ahead = ahead.plus(Duration.ofHours(2)).plusSeconds(1);

        JsonNode overdue = message(Messages.STATUS_QUEUE, claim, "OVERDUE_TA1");
        assertThat(new QueueContract().violations("status", overdue)).isEmpty();
        assertThat(overdue.path("id").asText()).isEqualTo("claim:" + claim + ":OVERDUE_TA1");
        assertThat(overdue.at("/data/state").asText()).isEqualTo("SENT");
        assertThat(status()).contains("ANSWER_OVERDUE", "no TA1 for 1 claim", "./gateway inquire " + claim);
        await().atMost(A_WHILE).until(() -> metrics().contains("claimgate_attention{kind=\"ANSWER_OVERDUE\"} 1.0"));

        StoredInterchange interchange = interchange(claim);
        answer("late.ta1", "TA1*%s*261122*0900*A*000~\n".formatted(interchange.interchangeControlNumber()));

        message(Messages.STATUS_QUEUE, claim, "ACCEPTED_TA1");
        message(Messages.STATUS_QUEUE, claim, "OVERDUE_TA1_ENDED");
        List<String> codes = List.of("OVERDUE:TA1", "OVERDUE:TA1-ended");
        for (String code : codes) {
            JsonNode problem = problem(code);
            assertThat(new QueueContract().violations("problem", problem)).isEmpty();
            assertThat(problem.at("/data/file").asText()).isEqualTo(interchange.fileName());
        }
        assertThat(gateway.ledger().claims().events(claim))
                .extracting(ClaimEvent::kind)
                .endsWith("SENT", "OVERDUE_TA1", "ACCEPTED_TA1", "OVERDUE_TA1_ENDED");
        assertThat(status()).doesNotContain("ANSWER_OVERDUE");
    }

    @Test
    void a_file_that_cannot_be_read_is_shown_retried_and_set_aside_by_whoever_runs_the_command() throws Exception {
        InboxFile file = received("broken.txt", "this is no X12");
        assertThat(status()).contains("FILE_UNREADABLE", "broken.txt", "./gateway file retry|set-aside " + file.id());

        CommandRun retried = run("file", "retry", "broken.txt", "--reason", "the mapping was wrong");
        assertThat(retried.exit()).as(retried.err()).isZero();
        assertThat(retried.out()).startsWith("FILE_RETRIED: broken.txt of sandbox (act ");
        await().atMost(A_WHILE).until(() -> file(file).state() == InboxFile.State.QUARANTINED);
        assertThat(file(file).readings()).isEqualTo(2);

        CommandRun aside = run("file", "set-aside", String.valueOf(file.id()), "--reason", "came anew");
        assertThat(aside.exit()).as(aside.err()).isZero();
        CommandRun again = run("file", "set-aside", String.valueOf(file.id()), "--reason", "came anew");
        assertThat(again.exit()).isEqualTo(Exit.BAD_DATA);
        assertThat(again.err())
                .contains("gateway: not done: broken.txt is SET_ASIDE; expected is one that is QUARANTINED");
        CommandRun shown = run("file", "show", "broken.txt");
        assertThat(shown.out())
                .contains("SET_ASIDE", "FILE_SET_ASIDE by " + System.getProperty("user.name") + ": came anew");
        assertThat(run("file", "show", "nothing at all").exit()).isEqualTo(Exit.BAD_DATA);
        assertThat(status()).doesNotContain("FILE_UNREADABLE").contains("DONE BY PEOPLE", "came anew");
    }

    @Test
    void an_interchange_that_does_not_wait_for_a_person_cannot_be_confirmed() throws Exception {
        String claim = sent("837P/paid-office-visit");
        String name = interchange(claim).fileName();

        assertThat(run("delivery", "show", name).out()).contains("VISIBLE", name);
        CommandRun confirmed = run("delivery", "confirm", name, "--reason", "seen there");
        assertThat(confirmed.exit()).isEqualTo(Exit.BAD_DATA);
        assertThat(confirmed.err()).contains(name + " is VISIBLE; expected is one that is HOLD or SET_ASIDE");
    }

    @Test
    void messages_of_a_claim_are_sent_once_more_and_marked() throws Exception {
        String claim = sent("837P/drug-line");
        await().atMost(A_WHILE)
                .until(() -> gateway.ledger().claims().find(claim).orElseThrow().state() == ClaimState.PAID);

        CommandRun run = run("replay", "--claim", claim, "--reason", "the queue was purged");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("REPLAYED: claim " + claim);
        JsonNode replay = replay(claim, "ACCEPTED_999");
        assertThat(new QueueContract().violations("status", replay)).isEmpty();
        assertThat(replay.path("id").asText()).startsWith("replay:");
        assertThat(replay.path("replayof").asText()).startsWith("file:");
        assertThat(run("replay", "--claim", "NOBODYSCLAIM", "--reason", "x").exit())
                .isEqualTo(Exit.BAD_DATA);
        assertThat(run("replay", "--reason", "x").exit()).isEqualTo(Exit.PLUMBING);
        assertThat(run("replay", "--from", "2020-01-01T00:00:00Z", "--reason", "x")
                        .exit())
                .isEqualTo(Exit.PLUMBING);
    }

    @Test
    void a_program_may_say_who_and_has_to_say_why() throws Exception {
        received("by-program.txt", "this is no X12 either");
        String request = "{\"act\": \"set-file-aside\", \"file\": \"by-program.txt\", \"reason\": \"%s\"}";

        assertThat(post(request.formatted(" "), "kim").statusCode()).isEqualTo(400);
        assertThat(post("{\"act\": \"delete-file\"}", "kim").body())
                .contains("'act' is one of backup, confirm-delivery, ");
        assertThat(post("hello", "kim").statusCode()).isEqualTo(400);
        assertThat(post("{\"act\": \"replay\", \"reason\": \"x\"}", "kim").body())
                .contains("2026-11-24T05:00:00Z");
        assertThat(post(request.formatted("x").replace("by-program", "none"), "kim")
                        .statusCode())
                .isEqualTo(404);
        assertThat(JSON.readTree(post(request.formatted("because"), "kim").body())
                        .path("who")
                        .asText())
                .isEqualTo("kim");
        assertThat(post(request.formatted("because"), "").statusCode()).isEqualTo(409);
        assertThat(gateway.ledger().acts().latest(10)).anySatisfy(act -> {
            assertThat(act.kind()).isEqualTo(Act.Kind.FILE_SET_ASIDE);
            assertThat(act.who()).isEqualTo("kim");
        });
    }

    @Test
    void without_a_gateway_the_commands_say_so() {
        String nobody = "http://127.0.0.1:" + TestHome.freePort();
        for (String[] command :
                new String[][] {{"file", "retry", "a"}, {"delivery", "repeat", "a"}, {"replay", "--claim", "a"}}) {
            List<String> words = new ArrayList<>(List.of(command));
            words.addAll(List.of("--url", nobody, "--reason", "x"));
            CommandRun run = CommandRun.of(words.toArray(String[]::new));
            assertThat(run.exit()).isEqualTo(Exit.PLUMBING);
            assertThat(run.err()).startsWith("gateway: no gateway answers at ");
        }
    }

    private CommandRun run(String... command) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of("--url", url()));
        return CommandRun.of(words.toArray(String[]::new));
    }

    private String status() {
        return run("status").out();
    }

    private String metrics() throws Exception {
        URI address = URI.create("http://127.0.0.1:"
                + gateway.config().properties().get("claimgate.management.port") + "/observe/metrics");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }

    /** Hands a sample claim in and waits until it is delivered. */
    private String sent(String sample) throws Exception {
        String claim = Files.readString(Path.of("edi-samples", sample, "claim.json"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/api/claims"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(claim))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        String id = JSON.readTree(answer).path("claimId").asText();
        await().atMost(A_WHILE).until(() -> gateway.ledger().claims().events(id).stream()
                .anyMatch(event -> event.kind().equals("SENT")));
        return id;
    }

    private StoredInterchange interchange(String claim) {
        long id = gateway.ledger().claims().find(claim).orElseThrow().position().interchange();
        return gateway.ledger().interchanges().find(id).orElseThrow();
    }

    /** A file as Pickup leaves it, read and found unreadable. */
    private InboxFile received(String name, String text) {
        InboxFile file = gateway.ledger()
                .inbox()
                .store("sandbox", name, clock.instant(), text.getBytes(StandardCharsets.US_ASCII));
        await().atMost(A_WHILE).until(() -> file(file).state() == InboxFile.State.QUARANTINED);
        return file;
    }

    private InboxFile file(InboxFile file) {
        return gateway.ledger().inbox().find(file.id()).orElseThrow();
    }

    private void answer(String name, String segments) {
        String text =
                "ISA*00*          *00*          *ZZ*SANDBOX        *ZZ*CLAIMGATE      *261122*1000*^*00501*900000001"
                        + "*0*T*:~\n" + segments + "IEA*0*900000001~\n";
        gateway.ledger().inbox().store("sandbox", name, clock.instant(), text.getBytes(StandardCharsets.US_ASCII));
    }

    private HttpResponse<String> post(String body, String who) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + "/api/acts"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!who.isEmpty()) {
            request.header("X-Claimgate-User", who);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private String url() {
        return "http://127.0.0.1:" + gateway.config().httpPort();
    }

    private JsonNode message(String queue, String claim, String kind) throws IOException {
        return next(
                queue,
                message -> message.path("subject").asText().equals(claim)
                        && message.at("/data/kind").asText().equals(kind));
    }

    private JsonNode replay(String claim, String kind) throws IOException {
        return next(
                Messages.STATUS_QUEUE,
                message -> message.path("replay").asBoolean()
                        && message.path("subject").asText().equals(claim)
                        && message.at("/data/kind").asText().equals(kind));
    }

    private JsonNode problem(String code) throws IOException {
        return next(
                Messages.PROBLEM_QUEUE,
                message -> message.at("/data/code").asText().equals(code));
    }

    /** The next message of a kind; those before it are taken. */
    private JsonNode next(String queue, Predicate<JsonNode> wanted) throws IOException {
        try (JMSContext context = gateway.connectionFactory().createContext();
                JMSConsumer consumer = context.createConsumer(context.createQueue(queue))) {
            String body = consumer.receiveBody(String.class, A_WHILE.toMillis());
            while (body != null) {
                JsonNode message = JSON.readTree(body);
                if (wanted.test(message)) {
                    return message;
                }
                body = consumer.receiveBody(String.class, A_WHILE.toMillis());
            }
            throw new AssertionError("no such message in " + queue);
        }
    }
}
