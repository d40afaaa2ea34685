package org.claimgate.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.claimgate.camel.Gateway;
import org.claimgate.camel.TestHome;
import org.claimgate.claim.Claims;
import org.claimgate.guide.Guides;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/openapi.yaml against a gateway that runs: it names every call, and the calls answer as it says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DOOR = Pattern.compile("platform-http:(/\\S+)");
    private static final String CLAIMS = "/api/claims";

    private final HttpClient client = HttpClient.newHttpClient();
    private JsonNode document;
    private Gateway gateway;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        document = new YAMLMapper().readTree(Path.of("docs/openapi.yaml").toFile());
        gateway = Gateway.start(new TestHome(folder)
                .partner("sandbox", Files.readString(Path.of("partners/sandbox.yaml")))
                .set("sandbox.knownHosts", folder.resolve("known_hosts").toString())
                .config());
        StatusPages.of(gateway, "test").mount(gateway.router());
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void every_call_is_described_and_every_description_is_of_a_call() throws IOException {
        Set<String> calls = new TreeSet<>();
        try (Stream<Path> routes = Files.list(Path.of("routes"))) {
            for (Path route : routes.toList()) {
                DOOR.matcher(Files.readString(route)).results().forEach(door -> calls.add("post " + door.group(1)));
            }
        }
        gateway.router().getRoutes().stream()
                .filter(route -> route.getPath() != null && route.getPath().startsWith("/api/"))
                .filter(route ->
                        route.methods() != null && route.methods().toString().equals("[GET]"))
                .forEach(route -> calls.add("get " + route.getName().replaceAll(":(\\w+)", "{$1}")));
        Set<String> described = new TreeSet<>();
        document.path("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> described.add(method + " " + path.getKey())));
        assertThat(described).isEqualTo(calls);
    }

    @Test
    void what_is_taken_by_a_route_is_described() throws IOException {
        for (String route : List.of("intake", "inquiry")) {
            JsonNode yaml = new YAMLMapper()
                    .readTree(Path.of("routes", route + "-http.camel.yaml").toFile());
            JsonNode from = yaml.at("/0/route/from");
            String path = from.path("uri").asText().replace("platform-http:", "");
            Set<String> described = new HashSet<>();
            document.path("paths")
                    .path(path)
                    .at("/post/requestBody/content")
                    .fieldNames()
                    .forEachRemaining(described::add);
            assertThat(described)
                    .containsExactlyInAnyOrder(
                            from.at("/parameters/consumes").asText().split(","));
        }
    }

    @Test
    void claims_are_answered_as_described() throws Exception {
        String good = sample("837P/paid-office-visit");
        String bad = sample("837P/bad-ten-mistakes");
        assertThat(post(CLAIMS, good)).isEqualTo(202);
        assertThat(post(CLAIMS, "[" + good + "," + bad + "]")).isEqualTo(422);
        assertThat(post(CLAIMS, "hello")).isEqualTo(400);
        assertThat(post(CLAIMS + "?validate=only", good)).isEqualTo(200);
        assertThat(post(CLAIMS + "?validate=only", bad)).isEqualTo(422);
        assertThat(post(CLAIMS + "?validate=yes", good)).isEqualTo(400);
        assertThat(post(CLAIMS, good, "Idempotency-Key", "a key with blanks")).isEqualTo(400);
    }

    @Test
    void a_claim_that_is_only_looked_at_is_told_the_same_and_not_taken_in() throws Exception {
        String bad = sample("837P/bad-ten-mistakes").replace("LFP260001", "LFP990001");
        JsonNode looked = JSON.readTree(send(CLAIMS + "?validate=only", bad).body());
        assertThat(looked.path("issues")).hasSize(10);
        JsonNode taken = JSON.readTree(send(CLAIMS, bad).body());
        assertThat(taken.path("duplicate").asBoolean()).isFalse();
        assertThat(taken.path("issues")).isEqualTo(looked.path("issues"));
    }

    @Test
    void a_key_gives_the_first_answer_again_and_another_body_under_it_is_refused() throws Exception {
        String claim = sample("837P/paid-office-visit").replace("LFP260001", "LFP990002");
        HttpResponse<String> first = send(CLAIMS, claim, "Idempotency-Key", "k-1");
        HttpResponse<String> again = send(CLAIMS, claim, "Idempotency-Key", "k-1");
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body()).contains("\"duplicate\":false");
        assertThat(send(CLAIMS, claim).body()).contains("\"duplicate\":true");
        assertThat(post(CLAIMS, claim.replace("\n", "\n "), "Idempotency-Key", "k-1"))
                .isEqualTo(422);
        HttpResponse<String> other = send(CLAIMS, claim, "Idempotency-Key", "k-1", "X-Claimgate-Sender", "another");
        assertThat(other.statusCode()).isEqualTo(202);
        assertThat(other.body()).isNotEqualTo(first.body());
    }

    @Test
    void an_answer_too_long_to_be_kept_is_given_again_by_the_claims_themselves() throws Exception {
        String claim = sample("837P/paid-office-visit").replace("LFP260001", "LFP990003");
        String nothing = "{\"claimInformation\": {\"claimNote\": {\"additionalInformation\": \"LFP990003\"}}}";
        String body = "[" + claim + ("," + nothing).repeat(500) + "]";
        HttpResponse<String> first = send(CLAIMS, body, "Idempotency-Key", "k-3");
        HttpResponse<String> again = send(CLAIMS, body, "Idempotency-Key", "k-3");
        assertThat(first.statusCode()).isEqualTo(422);
        assertThat(first.body()).hasSizeGreaterThan(1 << 20).startsWith("[{");
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).isEqualTo(first.body().replace("\"duplicate\":false", "\"duplicate\":true"));
        assertThat(post(CLAIMS, claim, "Idempotency-Key", "k-3")).isEqualTo(422);
    }

    @Test
    void a_refusal_under_a_key_is_given_again_too() throws Exception {
        String bad = sample("837P/bad-missing-field");
        HttpResponse<String> first = send(CLAIMS, bad, "Idempotency-Key", "k-2");
        assertThat(first.statusCode()).isEqualTo(422);
        assertThat(send(CLAIMS, bad, "Idempotency-Key", "k-2").body()).isEqualTo(first.body());
    }

    @Test
    void questions_and_acts_are_answered_as_described() throws Exception {
        assertThat(post("/api/inquiries", "{\"claimId\": \"nothing\"}")).isEqualTo(422);
        assertThat(post("/api/inquiries", "nothing")).isEqualTo(400);
        assertThat(post("/api/acts", "{\"act\": \"retry-file\"}")).isEqualTo(400);
        assertThat(post("/api/acts", "{\"act\": \"retry-file\", \"file\": \"9\", \"reason\": \"test\"}"))
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/status",
                "/api/files/nothing",
                "/api/deliveries/nothing",
                "/api/schemas/professional-claim.json",
                "/api/schemas/institutional-claim.json",
                "/api/schemas/claim-payment.json",
                "/api/openapi.yaml"
            })
    void what_is_asked_for_is_answered_as_described(String path) throws Exception {
        HttpResponse<String> response =
                client.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
        hold(path, "get", response);
    }

    @Test
    void the_schema_of_a_claim_is_what_claims_are_kept_in() throws Exception {
        Claims claims = new Claims(
                Guides.load(Path.of("mappings/x12")), gateway.config().clock());
        for (String sample : List.of("837P/all-providers", "837P/secondary", "837I/inpatient", "837I/secondary")) {
            Claims.Checked checked = claims.check((ObjectNode) JSON.readTree(sample(sample)));
            String path = "/api/schemas/" + checked.vocabulary() + ".json";
            HttpResponse<String> schema =
                    client.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
            assertThat(violations(JSON.readTree(schema.body()), checked.document()))
                    .isEmpty();
        }
    }

    /** Posts, holds the answer against the description, and returns its status. */
    private int post(String path, String body, String... headers) throws Exception {
        HttpResponse<String> response = send(path, body, headers);
        hold(path.replaceFirst("\\?.*", ""), "post", response);
        return response.statusCode();
    }

    private HttpResponse<String> send(String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + gateway.config().httpPort() + path);
    }

    private void hold(String path, String method, HttpResponse<String> response) throws IOException {
        String described = path.replaceFirst("/(files|deliveries|schemas)/.*", "/$1/{name}");
        JsonNode answer = resolved(document.path("paths")
                .path(described)
                .path(method)
                .path("responses")
                .path("" + response.statusCode()));
        assertThat(answer.isMissingNode())
                .as("%s %s answers %s, which is not described", method, path, response.statusCode())
                .isFalse();
        String type = response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        JsonNode content = answer.path("content").path(type);
        assertThat(content.isMissingNode())
                .as("%s %s answers %s, which is not described", method, path, type)
                .isFalse();
        if (type.equals("application/json")) {
            assertThat(violations(content.path("schema"), JSON.readTree(response.body())))
                    .isEmpty();
        }
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    private List<String> violations(JsonNode schema, JsonNode body) {
        ObjectNode whole = JSON.createObjectNode();
        whole.putArray("allOf").add(schema);
        whole.set("$defs", document.at("/components/schemas"));
        String text = whole.toString().replace("#/components/schemas/", "#/$defs/");
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(text).validate(body).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private static String sample(String name) throws IOException {
        return Files.readString(Path.of("edi-samples", name, "claim.json"));
    }
}
