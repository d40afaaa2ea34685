package org.claimgate.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.component.file.GenericFileExist;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.claimgate.partner.Partner;
import org.claimgate.partner.Partners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every route file must say, read from the files as an operator reads them. */
class RoutesLintTest {

    private static final Path ROUTES = Path.of("routes");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern ADDRESS =
            Pattern.compile("\\b(tcp|https?|ssh)://|\\b\\d{1,3}(\\.\\d{1,3}){3}\\b|localhost");

    /** A route or a route inside a template. */
    record RouteText(String file, String id, JsonNode outer, JsonNode route) {

        JsonNode from() {
            return route.path("from");
        }

        @Override
        public String toString() {
            return file + ": " + id;
        }
    }

    static List<RouteText> routes() {
        List<RouteText> routes = new ArrayList<>();
        files().forEach((file, content) -> content.forEach(item -> {
            if (item.has("route")) {
                routes.add(new RouteText(file, item.at("/route/id").asText(), item.path("route"), item.path("route")));
            }
            if (item.has("routeTemplate")) {
                JsonNode template = item.path("routeTemplate");
                routes.add(new RouteText(file, template.path("id").asText(), template, template.path("route")));
            }
        }));
        return routes;
    }

    @Test
    void there_is_one_file_for_each_flow() {
        assertThat(routes())
                .allSatisfy(route -> assertThat(route.file()).isEqualTo(route.id() + ".camel.yaml"))
                .extracting(RouteText::id)
                .containsExactlyInAnyOrder(
                        "intake-queue",
                        "intake-http",
                        "intake-folder",
                        "inquiry-queue",
                        "inquiry-http",
                        "submission",
                        "delivery",
                        "pickup",
                        "interpretation",
                        "posting",
                        "deadlines",
                        "retention",
                        "watch",
                        "queues",
                        "acts-http",
                        "publication");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void a_route_has_an_id_a_description_and_an_error_policy_that_exists(RouteText route) {
        assertThat(route.outer().path("id").asText()).isNotBlank();
        assertThat(route.outer().path("description").asText()).isNotBlank();
        assertThat(route.route().path("description").asText()).isNotBlank();
        assertThat(policies())
                .contains(route.route().path("routeConfigurationId").asText());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void addresses_and_times_are_placeholders(RouteText route) {
        assertThat(route.outer().toString()).doesNotContainPattern(ADDRESS);
        JsonNode parameters = route.from().path("parameters");
        for (String time : List.of("initialDelay", "delay")) {
            if (parameters.has(time)) {
                assertThat(parameters.path(time).asText()).startsWith("{{").endsWith("}}");
            }
        }
    }

    /** Camel's timer is Java's, which stands still for as long as the machine's clock is set back. */
    @ParameterizedTest
    @MethodSource("routes")
    void no_step_waits_for_the_machines_clock(RouteText route) {
        assertThat(route.from().path("uri").asText()).doesNotStartWith("timer:");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void what_comes_from_outside_loses_the_headers_that_command_camel(RouteText route) {
        String scheme = route.from().path("uri").asText().split(":")[0];
        if (Set.of("jms", "platform-http", "sftp").contains(scheme)) {
            assertThat(route.from().at("/steps/0/removeHeaders/pattern").asText())
                    .isEqualTo("Camel*");
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void an_sftp_address_trusts_only_the_partners_host_keys_and_ends(RouteText route) {
        if (route.from().path("uri").asText().startsWith("sftp:")) {
            assertThat(YAML.convertValue(route.from().path("parameters"), Map.class))
                    .containsEntry("strictHostKeyChecking", "yes")
                    .containsEntry("useUserKnownHostsFile", false)
                    .containsEntry("throwExceptionOnConnectFailed", true)
                    .containsEntry("idempotent", false)
                    .containsEntry("autoCreate", false)
                    .containsKeys("knownHostsFile", "proxy", "filter", "processStrategy", "serverAliveInterval");
            assertThat(route.from().at("/parameters/password").asText()).startsWith("RAW({{?");
        }
    }

    @Test
    void the_delivery_session_trusts_only_the_partners_host_keys_and_overwrites_nothing(@TempDir Path folder)
            throws IOException {
        try (DropPoint server = new DropPoint(folder.resolve("partner"));
                SftpSessions sessions = new SftpSessions(Duration.ofSeconds(1))) {
            TestHome.write(folder.resolve("partners/test.yaml"), server.profile("test", "[\"*\"]"));
            Partner partner =
                    Partners.load(folder.resolve("partners")).find("test").orElseThrow();
            var endpoint = SftpSessions.endpoint(null, partner);
            SftpConfiguration session = endpoint.getConfiguration();
            assertThat(session.getStrictHostKeyChecking()).isEqualTo("yes");
            assertThat(session.isUseUserKnownHostsFile()).isFalse();
            assertThat(session.getKnownHostsFile())
                    .isEqualTo(server.knownHosts().toString());
            assertThat(endpoint.getFileExist()).isEqualTo(GenericFileExist.Fail);
            assertThat(session.remoteServerInformation()).doesNotContain(DropPoint.PASSWORD);
        }
    }

    @Test
    void requests_say_which_content_they_take() {
        RouteText http = routes().stream()
                .filter(route -> route.id().equals("intake-http"))
                .findFirst()
                .orElseThrow();
        assertThat(http.from().at("/parameters/consumes").asText()).doesNotContain("form", "*");
    }

    @Test
    void every_setting_that_a_route_names_has_a_default() {
        Set<String> named = files().values().stream()
                .flatMap(content -> Pattern.compile("\\{\\{(claimgate\\.[a-z.]+)}}")
                        .matcher(content.toString())
                        .results())
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        assertThat(GatewayConfig.load(Path.of("no-such-folder")).properties().keySet())
                .containsAll(named);
    }

    private static Set<String> policies() {
        return files().get("errors.camel.yaml").findValues("routeConfiguration").stream()
                .map(policy -> policy.path("id").asText())
                .collect(Collectors.toSet());
    }

    private static Map<String, JsonNode> files() {
        try (Stream<Path> files = Files.list(ROUTES)) {
            return files.collect(Collectors.toMap(file -> file.getFileName().toString(), RoutesLintTest::read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
