package org.claimgate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A running gateway's HTTP API, as the commands use it. What goes wrong is a {@link CommandFailure} in words. */
final class GatewayClient {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** What a person has done may take long: a backup, the messages of a period. */
    private static final Duration LONG_PATIENCE = Duration.ofMinutes(30);

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final URI gateway;

    private GatewayClient(URI gateway) {
        this.gateway = gateway;
    }

    /** The gateway that listens at an address. */
    static GatewayClient at(URI url) {
        return new GatewayClient(url);
    }

    /** The gateway of a folder on this machine. */
    static GatewayClient of(Home home) {
        return at(URI.create("http://127.0.0.1:" + home.config().httpPort()));
    }

    String get(String path) throws InterruptedException {
        return answer(path, HttpRequest.newBuilder(), PATIENCE, Set.of(OK)).body();
    }

    /** {@link #get} of something that may not be there. */
    Optional<String> find(String path) throws InterruptedException {
        HttpResponse<String> response = answer(path, HttpRequest.newBuilder(), PATIENCE, Set.of(OK, NOT_FOUND));
        return response.statusCode() == OK ? Optional.of(response.body()) : Optional.empty();
    }

    /** Sends JSON in the name of the user of this machine and takes an answer with one of these statuses. */
    HttpResponse<String> post(String path, JsonNode body, Set<Integer> statuses) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .header("X-Claimgate-User", System.getProperty("user.name", ""))
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        return answer(path, request, LONG_PATIENCE, statuses);
    }

    private HttpResponse<String> answer(
            String path, HttpRequest.Builder request, Duration patience, Set<Integer> statuses)
            throws InterruptedException {
        URI address = gateway.resolve(path);
        try {
            HttpResponse<String> response = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(
                            request.uri(address)
                                    .timeout(patience)
                                    .header("Accept", "application/json")
                                    .build(),
                            BodyHandlers.ofString());
            if (!statuses.contains(response.statusCode())) {
                throw new CommandFailure(
                        "%s answered %d: is that a Claimgate gateway?".formatted(address, response.statusCode()));
            }
            return response;
        } catch (IOException e) {
            throw new CommandFailure("no gateway answers at %s; './gateway run' starts one".formatted(address), e);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("'%s' is no HTTP address".formatted(address), e);
        }
    }

    static JsonNode parse(String body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (IOException e) {
            throw new CommandFailure("the answer is not JSON: is that a Claimgate gateway?", e);
        }
    }
}
