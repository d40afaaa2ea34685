package org.claimgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimgate.camel.RouteReport;
import org.claimgate.flow.Acts;
import org.claimgate.flow.Archive;
import org.claimgate.flow.Attention;
import org.claimgate.flow.Concern;
import org.claimgate.flow.Retention;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.ledger.InboxFile;
import org.claimgate.ledger.Lease;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.NewClaim;
import org.claimgate.ledger.NewInterchange;
import org.claimgate.ledger.NewInterchange.TransactionSetNumbers;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.partner.EditChoices;
import org.claimgate.partner.Partner;
import org.claimgate.response.ClaimState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages over a real ledger and a real HTTP server, with routes that report what the test says. */
class StatusPagesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String NAME = "ZEBRAFISH";

    @TempDir
    private Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private Ledger ledger;
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        ledger = Ledger.open("jdbc:h2:file:" + folder.resolve("ledger"), "claimgate", "", clock);
        Router router = Router.router(vertx);
        Contracts contracts = new Contracts(vocabulary -> Optional.empty(), Path.of(""));
        new StatusPages(
                        "a node",
                        StatusPagesTest::routes,
                        this::attention,
                        List.of(partner()),
                        ledger,
                        contracts,
                        clock,
                        "1.0")
                .mount(router);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
        ledger.close();
    }

    @Test
    void an_empty_gateway_says_so_in_words() throws Exception {
        assertThat(page("/")).contains("No claim has come in yet.", "Test Clearinghouse", "never");
        assertThat(page("/claims")).contains("No claim here.");
        assertThat(page("/files")).contains("No file here.");
    }

    @Test
    void what_needs_attention_is_said_with_the_command_to_use_and_so_is_what_people_did() throws Exception {
        assertThat(page("/")).contains("<p>Nothing.</p>").doesNotContain("What people did last");
        InboxFile file = ledger.inbox().store("test", "broken.835", NOW, new byte[] {1});
        ledger.inbox().finished(file.id(), InboxFile.State.QUARANTINED, "1 interchange, 0 answers, 1 problem");
        assertThat(page("/")).contains("File unreadable", "broken.835", "./gateway file retry|set-aside " + file.id());
        assertThat(new ObjectMapper()
                        .readTree(page("/api/status"))
                        .at("/attention/0/kind")
                        .asText())
                .isEqualTo("FILE_UNREADABLE");

        new Acts(ledger, clock).setFileAside("broken.835", new Acts.By("pat", "came anew"));

        assertThat(page("/")).contains("<p>Nothing.</p>", "What people did last", "pat", "came anew");
        assertThat(page("/files")).contains("Set aside");
        JsonNode shown = new ObjectMapper().readTree(page("/api/files/broken.835"));
        assertThat(shown.at("/0/acts/0/act").asText()).isEqualTo("FILE_SET_ASIDE");
        assertThat(get("/api/files/another").statusCode()).isEqualTo(404);
    }

    private List<Concern> attention() {
        return new Attention(
                        ledger,
                        id -> Optional.of(partner()),
                        Map::of,
                        new Attention.Patience(Duration.ofMinutes(15), Duration.ofDays(1)),
                        clock)
                .list();
    }

    @Test
    void the_overview_shows_every_route_with_its_state_and_its_last_failure_in_words() throws Exception {
        assertThat(page("/"))
                .contains("intake-queue", "Takes claims from the queue", "Running")
                .contains("deliver-test", "Retrying", "Connection refused &amp; &lt;tried again&gt;")
                .contains("2026-11-22 11:59:30", "30 s ago");
    }

    @Test
    void the_overview_shows_which_node_works_at_a_partner() throws Exception {
        assertThat(page("/")).contains("<td><span class=\"quiet\">none</span></td>");
        assertThat(ledger.leases().take("test", "another node", Duration.ofHours(1)))
                .isPresent();
        assertThat(page("/")).contains("<td>another node</td>");
        ledger.leases().release("another node");
        assertThat(ledger.leases().take("test", "a node", Duration.ofHours(1))).isPresent();
        assertThat(page("/")).contains("<td>this one</td>");
    }

    @Test
    void a_claim_is_listed_and_its_page_tells_what_happened_to_it() throws Exception {
        StoredClaim claim = sentClaim();
        assertThat(page("/")).contains("<strong>1</strong> <span class=\"state good\">Sent</span>");
        assertThat(page("/claims")).contains("/claims/" + claim.id(), "Professional", "000000007");
        assertThat(page("/files")).contains("test_000000007.x12", "Delivered");
        assertThat(page("/claims/" + claim.id()))
                .contains("from HTTP", "into one interchange", "test_000000007.x12", "billing-1", "B000007")
                .doesNotContain("What we found in it");
    }

    @Test
    void an_acknowledgment_is_listed_with_the_file_it_is_for() throws Exception {
        InboxFile file = ledger.inbox().store("test", "remittance.835", NOW, new byte[] {1});
        ledger.interchanges()
                .insert(new NewInterchange(
                        "test",
                        "000000008",
                        "8",
                        "test_000000008.x12",
                        "implementation-acknowledgment",
                        "P",
                        new byte[] {2},
                        List.of(),
                        file.id()));
        assertThat(page("/files"))
                .contains("test_000000008.x12", "Implementation acknowledgment", "for remittance.835", "Ready");
    }

    @Test
    void a_refused_claim_shows_which_fields_to_correct() throws Exception {
        StoredClaim claim = refusedClaim();
        assertThat(page("/claims/" + claim.id()))
                .contains("What we found in it", "/billing/npi", "expected a National Provider Identifier", "EDIT:npi");
    }

    @Test
    void a_rejected_claim_shows_the_fields_that_the_partner_means_and_what_to_do() throws Exception {
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        ObjectNode field = detail.putArray("fields").addObject().put("pointer", "/providers/0/npi");
        field.putArray("codes").add("STC:A7:562:85");
        field.put("said", "Billing provider's NPI").put("fix", "Give the NPI that is enrolled");
        detail.putArray("issues").addObject().put("code", "STC:A7:562:85").put("message", "told once");
        detail.withArray("issues").addObject().put("code", "STC:A7:38").put("message", "no field is known");
        StoredClaim claim = sentClaim();
        ledger.claims()
                .advance(
                        claim,
                        new ClaimEvent(
                                NOW, ClaimState.REJECTED, "REJECTED_277CA", null, null, "Claim rejected", detail));
        assertThat(page("/claims/" + claim.id()))
                .contains("/providers/0/npi", "STC:A7:562:85", "Give the NPI that is enrolled", "no field is known")
                .doesNotContain("told once");
    }

    @Test
    void what_has_been_removed_is_shown_with_when_and_where_a_copy_lies() throws Exception {
        StoredClaim claim = refusedClaim();
        InboxFile file = ledger.inbox().store("test", "remittance.835", NOW, new byte[] {1});
        ledger.inbox().finished(file.id(), InboxFile.State.INTERPRETED, "1 interchange, 1 answer, 0 problems");
        ledger.inbox().disposed(file.id());
        assertThat(page("/claims/" + claim.id())).doesNotContain("removed on");
        assertThat(page("/api/files/remittance.835")).doesNotContain("removed on");

        Clock later = Clock.offset(clock, Duration.ofDays(32));
        new Retention(
                        ledger,
                        new Retention.Keep(30, 30, 30),
                        Optional.of(new Archive(folder.resolve("archive"))),
                        false,
                        later)
                .run();

        assertThat(page("/claims/" + claim.id()))
                .contains("Its content was removed on 2026-11-22 after 30 days, archived in removal-000000002.zip.")
                .contains("Events after the first were removed on", "/billing/npi");
        assertThat(new ObjectMapper()
                        .readTree(page("/api/files/remittance.835"))
                        .at("/0/content")
                        .asText())
                .isEqualTo("removed on 2026-11-22 after 30 days, archived in removal-000000001.zip");
    }

    @Test
    void no_page_shows_anything_of_the_patient() throws Exception {
        StoredClaim claim = sentClaim();
        for (String path : List.of("/", "/claims", "/files", "/claims/" + claim.id(), "/api/status")) {
            assertThat(page(path)).as(path).doesNotContain(NAME).doesNotContain("PCN-1");
        }
    }

    @Test
    void the_same_facts_are_there_for_programs() throws Exception {
        sentClaim();
        refusedClaim();
        JsonNode status = new ObjectMapper().readTree(page("/api/status"));
        assertThat(status.path("version").asText()).isEqualTo("1.0");
        assertThat(status.path("node").asText()).isEqualTo("a node");
        assertThat(status.at("/partners/0/node").asText()).isEqualTo("a node");
        assertThat(status.at("/claims/SENT").asInt()).isOne();
        assertThat(status.at("/claims/REFUSED").asInt()).isOne();
        assertThat(status.at("/routes/1/state").asText()).isEqualTo("RETRYING");
        assertThat(status.at("/partners/0/lastUpload").asText()).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(status.at("/partners/0/lastAnswer").isNull()).isTrue();
        assertThat(status.path("oldestUnsentClaim").isNull()).isTrue();
    }

    @Test
    void a_waiting_claim_is_the_oldest_unsent_one() throws Exception {
        readyClaim(ledger.claims().newId());
        JsonNode status = new ObjectMapper().readTree(page("/api/status"));
        assertThat(status.at("/oldestUnsentClaim/partner").asText()).isEqualTo("test");
        assertThat(status.at("/partners/0/unsentClaims").asInt()).isOne();
    }

    @Test
    void long_lists_come_in_pages() throws Exception {
        for (int count = 0; count < 60; count++) {
            readyClaim(ledger.claims().newId());
        }
        assertThat(page("/claims")).contains("?page=2", "Older").doesNotContain("Newer");
        assertThat(page("/claims?page=2")).contains("?page=1", "Newer").doesNotContain("Older");
        assertThat(page("/claims?page=nonsense")).doesNotContain("Newer");
    }

    @Test
    void an_unknown_claim_is_a_page_of_its_own() throws Exception {
        HttpResponse<String> response = get("/claims/none");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("There is no claim of that id.");
    }

    @Test
    void a_ledger_that_is_gone_is_said_plainly_and_without_a_stack_trace() throws Exception {
        ledger.close();
        HttpResponse<String> response = get("/claims");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).contains("does not answer", "log").doesNotContain("Exception");
    }

    @Test
    void nothing_foreign_may_run_in_the_page() throws Exception {
        HttpResponse<String> response = get("/");
        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'self'"));
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.body()).doesNotContain("<script", "style=\"", "http://", "https://");
    }

    @Test
    void the_pages_can_only_be_read() throws Exception {
        HttpRequest post = HttpRequest.newBuilder(address("/claims"))
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(post, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(405);
    }

    private static List<RouteReport> routes() {
        return List.of(
                new RouteReport(
                        "intake-queue",
                        "Takes claims from the queue",
                        "gateway",
                        RouteReport.State.RUNNING,
                        NOW.minusSeconds(30),
                        null,
                        null,
                        12,
                        0),
                new RouteReport(
                        "deliver-test",
                        "Delivers to Test Clearinghouse",
                        "test",
                        RouteReport.State.RETRYING,
                        null,
                        NOW.minusSeconds(90),
                        "Connection refused & <tried again>",
                        0,
                        3));
    }

    private StoredClaim readyClaim(String id) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putObject("subscriber").put("lastName", NAME);
        return insert(id, ClaimState.READY, document, JsonNodeFactory.instance.arrayNode());
    }

    private StoredClaim refusedClaim() {
        ArrayNode issues = JsonNodeFactory.instance.arrayNode();
        issues.addObject()
                .put("severity", "error")
                .put("code", "EDIT:npi")
                .put("message", "expected a National Provider Identifier")
                .put("pointer", "/billing/npi");
        return insert(ledger.claims().newId(), ClaimState.REFUSED, null, issues);
    }

    private StoredClaim insert(String id, ClaimState state, ObjectNode document, ArrayNode issues) {
        NewClaim claim = new NewClaim(
                id,
                "billing-1",
                "%064d".formatted(id.hashCode()),
                "professional-claim",
                "test",
                "P",
                "PCN-1",
                state,
                document,
                issues);
        return ledger.claims()
                .insert(claim, ClaimEvent.own(NOW, state, "TAKEN_IN", null, "from HTTP"))
                .claim();
    }

    private StoredClaim sentClaim() {
        StoredClaim claim = readyClaim(ledger.claims().newId());
        StoredInterchange interchange = ledger.interchanges()
                .insert(new NewInterchange(
                        "test",
                        "000000007",
                        "7",
                        "test_000000007.x12",
                        "professional-claim",
                        "P",
                        "ISA".getBytes(StandardCharsets.US_ASCII),
                        List.of(new TransactionSetNumbers("0001", "B000007", 1))));
        StoredClaim batched = ledger.claims()
                .batched(
                        claim,
                        new StoredClaim.Position(interchange.id(), "000000007", "7", "0001", "B000007", 0),
                        JsonNodeFactory.instance.objectNode(),
                        ClaimEvent.own(NOW, ClaimState.BATCHED, "BATCHED", interchange.id(), "into one interchange"));
        deliver();
        return ledger.claims().advance(batched, ClaimEvent.own(NOW, ClaimState.SENT, "SENT", interchange.id(), "sent"));
    }

    private void deliver() {
        Lease lease =
                ledger.leases().take("test", "a node", Duration.ofHours(1)).orElseThrow();
        StoredInterchange taken = ledger.interchanges().take(lease).orElseThrow();
        StoredInterchange uploading = ledger.interchanges().uploading(taken, ".tmp");
        ledger.interchanges().visible(ledger.interchanges().staged(uploading), false);
    }

    private static Partner partner() {
        Partner.Identity us = new Partner.Identity("ZZ", "US", "US");
        return new Partner(
                "test",
                "Test Clearinghouse",
                us,
                new Partner.Identity("ZZ", "THEM", "THEM"),
                "SUB1",
                "REC1",
                "TEST CLEARINGHOUSE",
                "P",
                new Partner.Format('*', '^', ':', '~', "\n", null),
                null,
                "{partner}_{isa13}.x12",
                new Partner.Batch(100, Duration.ofMinutes(1)),
                null,
                null,
                List.of("*"),
                EditChoices.USUAL);
    }

    private String page(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.actualPort() + path);
    }
}
