package org.claimgate.crash;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimgate.camel.Queues;

/** The harness's own work at a site: hands claims in, takes messages, and keeps the books. */
final class Desk {

    private static final Duration LOOK = Duration.ofMillis(300);

    private static final int ACCEPTED = 202;
    private static final int FILED = 3;

    private final Site site;
    private final Duration patience;
    private final BillingSystem billing;
    private final Accounting accounting;
    private final Books books = new Books();

    /** @param patience how long nothing may come before what is missing is lost */
    Desk(Site site, Duration patience) {
        this.site = site;
        this.patience = patience;
        this.billing = new BillingSystem(site.brokerUrl());
        this.accounting = new Accounting(site.paymentsFolder());
    }

    Books books() {
        return books;
    }

    /** Hands in some claims, the first alone and the others in one message. */
    List<Claim> handIn(int number) {
        List<Claim> claims = Stream.generate(Claim::next).limit(number).toList();
        handIn(claims);
        return claims;
    }

    void handIn(List<Claim> claims) {
        books.handedIn(claims);
        untilConfirmed(Queues.CLAIMS, claims.get(0).json());
        if (claims.size() > 1) {
            String rest = claims.stream().skip(1).map(Claim::json).collect(Collectors.joining(",", "[", "]"));
            untilConfirmed(Queues.CLAIMS, rest);
        }
    }

    /** Posts a claim, which counts when it is accepted; answers the status, 0 when there is no answer. */
    int posts(Claim claim) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site.apiUrl() + "/api/claims"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(claim.json()))
                .build();
        try {
            int status = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .statusCode();
            if (status == ACCEPTED) {
                books.handedIn(List.of(claim));
            }
            return status;
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts a file of three claims into the watched folder. */
    void putIntoFolder() {
        List<Claim> claims = Stream.generate(Claim::next).limit(FILED).toList();
        books.handedIn(claims);
        String body = claims.stream().map(Claim::json).collect(Collectors.joining(",", "[", "]"));
        try {
            Path file = Files.writeString(site.folder().resolve("claims.json"), body);
            Files.move(file, site.gateway().intakeFolder().resolve("claims.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks how far a claim has come. */
    void ask(Claim claim) {
        books.asked(1);
        untilConfirmed(Queues.INQUIRIES, "{\"claimId\": \"%s\"}".formatted(books.id(claim)));
    }

    /** Has all that was told of a claim sent once more; the answer comes later, if it comes. */
    CompletableFuture<HttpResponse<String>> replay(Claim claim) {
        books.replayed(claim);
        return HttpClient.newHttpClient().sendAsync(replayRequest(claim), BodyHandlers.ofString());
    }

    /** The same again, if the gateway knows nothing of it. */
    void replayAgainUnlessDone(Claim claim) {
        if (!status().contains("claim " + books.id(claim))) {
            answer(replayRequest(claim));
        }
    }

    /**
     * Waits until the gateway says that a route is in a state.
     *
     * @param states one or several, as a regular expression
     */
    void awaitRoute(String route, String states) {
        await().atMost(Site.PATIENCE).until(() -> state(route).matches(states));
    }

    private String state(String route) throws IOException {
        for (JsonNode one : new ObjectMapper().readTree(status()).path("routes")) {
            if (one.path("id").asText().equals(route)) {
                return one.path("state").asText();
            }
        }
        return "";
    }

    private String status() {
        return answer(HttpRequest.newBuilder(URI.create(site.apiUrl() + "/api/status"))
                .build());
    }

    private HttpRequest replayRequest(Claim claim) {
        String body = "{\"act\": \"replay\", \"claim\": \"%s\", \"reason\": \"trial\"}".formatted(books.id(claim));
        return HttpRequest.newBuilder(URI.create(site.apiUrl() + "/api/acts"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static String answer(HttpRequest request) {
        try {
            HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(request.uri() + " answered " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Processes may die meanwhile: what the broker has not confirmed is handed in again. */
    private void untilConfirmed(String queue, String body) {
        await().atMost(Site.PATIENCE).pollDelay(Duration.ZERO).until(() -> billing.hands(queue, body));
    }

    /** Waits until all has come that has to, and nothing is under way; when nothing more comes, what is missing is lost. */
    Set<Finding> settle() {
        int come = -1;
        long since = System.nanoTime();
        take();
        while (!isSettled() && System.nanoTime() - since < patience.toNanos()) {
            site.letGatewayBe(LOOK);
            take();
            int now = books.messages() + books.payments() + site.dropped().files();
            since = now == come ? since : System.nanoTime();
            come = now;
        }
        take();
        Set<Finding> findings = books.open(site.dropped());
        books.close(findings);
        return findings;
    }

    private void take() {
        books.received(billing.take());
        books.posted(accounting.take());
    }

    private boolean isSettled() {
        return site.dropped().isQuiet()
                && books.open(site.dropped()).stream().noneMatch(finding -> finding.kind() == Finding.Kind.LOST);
    }
}
