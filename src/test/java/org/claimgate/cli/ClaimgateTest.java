package org.claimgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ClaimgateTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void help_names_every_command_and_the_exit_codes() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("status", "Exit codes:", "the data has errors");
    }

    @Test
    void every_command_has_a_help_text_of_its_own() {
        Claimgate.commandLine(Home.find()).getSubcommands().forEach((name, command) -> assertThat(
                        command.getCommandSpec().usageMessage().description())
                .as("description of %s", name)
                .isNotEmpty());
    }

    @Test
    void version_names_the_product_and_the_java_it_runs_on() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).contains("Claimgate").contains("Java " + Runtime.version());
    }

    @Test
    void no_command_and_an_unknown_option_are_usage_errors() {
        assertThat(run()).isEqualTo(Exit.PLUMBING);
        assertThat(run("status", "--nonsense")).isEqualTo(Exit.PLUMBING);
        assertThat(err.toString()).contains("Which command?", "--nonsense");
    }

    @Test
    void status_says_in_one_line_that_nothing_runs() throws IOException {
        String address = "http://127.0.0.1:" + closedPort();
        assertThat(run("status", "--url", address)).isEqualTo(Exit.PLUMBING);
        assertThat(err.toString()).startsWith("gateway: no gateway answers at " + address);
        assertThat(err.toString().lines()).hasSize(1);
    }

    @Test
    void debug_adds_the_stack_trace() throws IOException {
        assertThat(run("--debug", "status", "--url", "http://127.0.0.1:" + closedPort()))
                .isEqualTo(Exit.PLUMBING);
        assertThat(err.toString()).contains("CommandFailure", "\tat ");
    }

    @Test
    void status_shows_what_the_gateway_answers_as_text_and_as_it_came() throws IOException {
        String answer =
                """
                {"version": "1", "startedAt": "2026-11-22T12:00:00Z",
                 "routes": [{"id": "intake-queue", "state": "Started", "succeeded": 7, "failed": 1, "lastSuccess": "12:01",
                  "lastFailure": "12:00", "failure": "The message broker does not answer"}],
                 "partners": [{"id": "sandbox", "lastUpload": "12:01", "lastAnswer": null}],
                 "claims": {"READY": 3},
                 "oldestUnsentClaim": {"partner": "sandbox", "since": "12:00"}}""";
        HttpServer server = answering(answer);
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            assertThat(run("status", "--url", url)).isZero();
            assertThat(out.toString())
                    .contains(
                            "intake-queue  Started  7     1       12:01         12:00         The message broker does not answer")
                    .contains("READY   3")
                    .contains("Oldest unsent claim: for sandbox, waiting since 12:00");
            out.getBuffer().setLength(0);
            assertThat(run("status", "--url", url, "--format", "json")).isZero();
            assertThat(out.toString().strip()).isEqualTo(answer);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_failure_names_no_object_by_its_identity() {
        assertThat(Claimgate.withoutIdentities(
                        "Method with name: nope not found on bean: org.claimgate.camel.Steps@5c7080cd of type: Steps"))
                .isEqualTo("Method with name: nope not found on bean: Steps of type: Steps");
        assertThat(Claimgate.withoutIdentities("user@1234.example, Admin@host"))
                .isEqualTo("user@1234.example, Admin@host");
    }

    private int run(String... arguments) {
        CommandLine program = Claimgate.commandLine(Home.find());
        return program.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }

    private static HttpServer answering(String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/status", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }

    /** A port that was free a moment ago, so that nothing listens on it. */
    private static int closedPort() throws IOException {
        HttpServer server = answering("");
        int port = server.getAddress().getPort();
        server.stop(0);
        return port;
    }
}
