package org.claimgate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gateway status}: what a running gateway says of itself over its HTTP API. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Show the routes, partners and claims of a running gateway.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the gateway answered", "2:no gateway answers there"})
final class StatusCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "Where the gateway listens; this machine and the port of application.properties unless given.")
    private URI url;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json")
    private Format format = Format.TEXT;

    @Override
    public Integer call() throws InterruptedException {
        String body = fetch((url == null ? configured() : url).resolve("/api/status"));
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.JSON) {
            out.println(body);
        } else {
            new StatusText(out).print(parse(body));
        }
        out.flush();
        return Exit.GOOD;
    }

    private static String fetch(URI address) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(PATIENCE)
                    .header("Accept", "application/json")
                    .build();
            HttpResponse<String> response =
                    HttpClient.newBuilder().connectTimeout(PATIENCE).build().send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new CommandFailure(
                        "%s answered %d: is that a Claimgate gateway?".formatted(address, response.statusCode()));
            }
            return response.body();
        } catch (IOException e) {
            throw new CommandFailure("no gateway answers at %s; './gateway run' starts one".formatted(address), e);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("'%s' is no HTTP address".formatted(address), e);
        }
    }

    private static JsonNode parse(String body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (IOException e) {
            throw new CommandFailure("the answer is not JSON: is that a Claimgate gateway?", e);
        }
    }

    private static URI configured() {
        int port = Home.find().config().httpPort();
        return URI.create("http://127.0.0.1:" + port);
    }
}
