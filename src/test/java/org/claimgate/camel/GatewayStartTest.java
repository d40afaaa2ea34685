package org.claimgate.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.claimgate.guide.MappingException;
import org.claimgate.partner.PartnerException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a gateway refuses to start with, and that it leaves nothing behind then. */
class GatewayStartTest {

    private static final String PROFILE =
            """
            id: test
            name: Test partner
            sender: {qualifier: ZZ, id: CLAIMGATE, applicationId: CLAIMGATE}
            receiver: {qualifier: ZZ, id: PARTNER, applicationId: PARTNER}
            submitterIdentification: CLAIMGATE
            receiverIdentification: PARTNER
            receiverName: PARTNER
            usageIndicator: T
            format: {delimiters: "*^:~", lineBreak: LF}
            sftp: {host: 127.0.0.1, port: 1, user: u, password: p, knownHostsFile: none, outbound: out, inbound: in, afterPickup: delete, pollSeconds: 60}
            fileName: "{partner}_{isa13}.x12"
            batch: {maximumClaims: 100, maximumAgeSeconds: 1}
            payers: ["*"]
            """;

    private static final int NO_ANSWER = 0;

    private static final HttpClient CALLER = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private TestHome home;

    @BeforeEach
    void describe() {
        home = new TestHome(folder).partner("test", PROFILE);
    }

    @Test
    void whoever_calls_while_it_starts_is_asked_to_come_again() throws Exception {
        GatewayConfig config = home.config();
        CompletableFuture<Gateway> starting = CompletableFuture.supplyAsync(() -> Gateway.start(config));
        Set<Integer> answers = new HashSet<>();
        while (!starting.isDone()) {
            answers.add(post(config, "{}"));
        }
        try (Gateway gateway = starting.get()) {
            assertThat(post(gateway.config(), "{}")).isEqualTo(422);
            assertThat(answers).isSubsetOf(NO_ANSWER, 503, 422);
        }
    }

    private static int post(GatewayConfig config, String body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + config.httpPort() + "/api/claims"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return CALLER.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return NO_ANSWER;
        }
    }

    @Test
    void a_port_that_is_taken_is_refused_and_everything_is_given_back() throws IOException {
        int port = home.config().httpPort();
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(() -> Gateway.start(home.config())).hasMessageContaining("claimgate.http.port");
        }
        try (Gateway gateway = Gateway.start(home.config())) {
            assertThat(gateway.routes()).isNotEmpty();
        }
    }

    @Test
    void a_setting_that_nobody_knows_is_refused() {
        home.set("claimgate.htpp.port", "1");
        assertThatThrownBy(home::config).hasMessageContaining("claimgate.htpp.port");
    }

    @Test
    void a_mistake_in_a_partner_file_is_refused_with_its_place() {
        home.partner("test", PROFILE.replace("usageIndicator: T", "usageIndicator: X"));
        assertThatThrownBy(() -> Gateway.start(home.config()))
                .isInstanceOf(PartnerException.class)
                .hasMessageContaining("test.yaml");
    }

    @Test
    void a_known_hosts_file_that_is_not_there_is_named_by_the_routes_of_its_partner() {
        home.partner(
                "folder",
                PROFILE.replace("id: test", "id: folder")
                        .replace("knownHostsFile: none", "knownHostsFile: .")
                        .replace("inbound: in,", "inbound: other,")
                        .replace("[\"*\"]", "[FOLDER]"));
        try (Gateway gateway = Gateway.start(home.config())) {
            awaitFailure(gateway, "pickup-test", "none does not exist");
            awaitFailure(gateway, "pickup-folder", "is a folder");
        }
    }

    private static void awaitFailure(Gateway gateway, String id, String words) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(gateway.routes())
                .filteredOn(route -> route.id().equals(id))
                .singleElement()
                .extracting(RouteReport::failure)
                .asString()
                .contains(words, "start ./gateway sandbox first"));
    }

    @Test
    void a_mistake_in_a_mapping_file_is_refused_with_its_place() throws IOException {
        Path mappings = folder.resolve("mappings");
        copy(Path.of("mappings/x12"), mappings.resolve("x12"));
        copy(Path.of("mappings/codes"), mappings.resolve("codes"));
        Path guide = mappings.resolve("x12/TA1.yaml");
        Files.writeString(guide, Files.readString(guide) + "\nnobodyKnows: this\n");
        home.set("claimgate.mappings", mappings.toString());
        assertThatThrownBy(() -> Gateway.start(home.config()))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("TA1.yaml");
    }

    @Test
    void a_folder_without_mappings_is_refused_with_the_setting_that_names_it() {
        home.set("claimgate.mappings", folder.resolve("nowhere").toString());
        assertThatThrownBy(() -> Gateway.start(home.config()))
                .isInstanceOf(MappingException.class)
                .hasMessage(folder.resolve("nowhere/x12")
                        + ": there is no segments.yaml here; setting claimgate.mappings names the folder above");
    }

    @Test
    void a_mistake_in_a_route_file_is_refused_with_its_file() throws IOException {
        Path routes = folder.resolve("routes");
        copy(Path.of("routes"), routes);
        Path route = routes.resolve("submission.camel.yaml");
        Files.writeString(route, Files.readString(route).replace("steps:", "stepps:"));
        home.set("claimgate.routes", routes.toString());
        assertThatThrownBy(() -> Gateway.start(home.config())).hasStackTraceContaining("submission.camel.yaml");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
