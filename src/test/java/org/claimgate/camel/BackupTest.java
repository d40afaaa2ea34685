package org.claimgate.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.claimgate.flow.Acts;
import org.claimgate.flow.Restoration;
import org.claimgate.ledger.Act;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.LedgerFile;
import org.claimgate.ledger.StoredInterchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway is backed up while it works, goes on, is lost with its whole work folder, and another goes on with its backup. */
class BackupTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Acts.By PAT = new Acts.By("pat", "the disk is gone");
    private static final int MARGIN = 1_000;

    @TempDir
    private Path folder;

    private DropPoint partner;
    private GatewayConfig config;
    private String sample;

    @BeforeEach
    void open() throws IOException {
        partner = new DropPoint(folder.resolve("partner"));
        config = new TestHome(folder)
                .set("claimgate.backups", folder.resolve("backups").toString())
                .partner("test", partner.profile("test", "[\"*\"]"))
                .config();
        sample = Files.readString(Path.of("edi-samples/837P/paid-office-visit/claim.json"));
    }

    @AfterEach
    void close() throws IOException {
        partner.close();
    }

    @Test
    void nothing_is_sent_twice_by_itself_and_what_the_backup_does_not_know_is_exactly_what_came_after_it()
            throws Exception {
        Path backup;
        try (Gateway gateway = Gateway.start(config)) {
            handIn(claims(1, 10));
            await().untilAsserted(() -> assertThat(arrived().keySet()).hasSize(10));
            gateway.stopRoute("delivery-test");
            handIn(claims(11, 15));
            await().untilAsserted(() ->
                    assertThat(gateway.ledger().claims().waiting()).isEmpty());
            gateway.stopRoute("submission");
            handIn(claims(16, 20));
            CompletableFuture<Void> load = CompletableFuture.runAsync(() -> handIn(claims(21, 40)));
            backup = backUp();
            gateway.startRoute("submission");
            gateway.startRoute("delivery-test");
            load.join();
            await().untilAsserted(() -> assertThat(arrived().keySet()).hasSize(40));
        }
        Set<String> before = numbers();
        loseWorkFolder();

        restore(backup);

        try (Gateway gateway = Gateway.start(config)) {
            Ledger ledger = gateway.ledger();
            Set<String> known = new TreeSet<>();
            ledger.queries().claims(0, 1_000).forEach(claim -> known.add(claim.patientControlNumber()));
            assertThat(known).containsAll(claims(1, 20));
            handIn(claims(41, 45));
            await().untilAsserted(() -> {
                assertThat(ledger.claims().waiting()).isEmpty();
                assertThat(ledger.interchanges().onTheWay()).isEmpty();
            });

            assertThat(arrived().keySet()).hasSize(45);
            assertThat(arrived().values()).as("each claim once").containsOnly(1);
            assertThat(numbers()).containsAll(before);
            assertThat(numbers().stream().filter(number -> !before.contains(number)))
                    .isNotEmpty()
                    .allSatisfy(number -> assertThat(number)
                            .isGreaterThan(
                                    before.stream().max(String::compareTo).orElseThrow()));
            List<StoredInterchange> held = ledger.attention().held(100);
            assertThat(held).isNotEmpty().extracting(StoredInterchange::note).allMatch(note -> note.contains("backup"));
            assertThat(claimsOf(ledger, held)).containsAll(claims(11, 20)).doesNotContainAnyElementsOf(claims(41, 45));

            Acts acts = new Acts(ledger, Clock.systemUTC());
            held.forEach(one -> acts.confirmDelivery(String.valueOf(one.id()), PAT));
            handIn(claims(1, 40));
            await().untilAsserted(() -> assertThat(arrived().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(45 + 40 - known.size()));
            Set<String> twice = new TreeSet<>();
            arrived().forEach((claim, times) -> {
                if (times > 1) {
                    twice.add(claim);
                }
            });
            Set<String> unknown = new TreeSet<>(claims(1, 40));
            unknown.removeAll(known);
            assertThat(twice)
                    .as("taken in after the backup, and handed in again")
                    .isEqualTo(unknown);
            assertThat(ledger.acts().latest(100)).extracting(Act::kind).contains(Act.Kind.RESTORED);
        }
    }

    private void restore(Path backup) {
        Clock clock = Clock.systemUTC();
        LedgerFile.of(config.ledgerUrl())
                .restore(backup, config.ledgerUser(), config.ledgerPassword(), clock, ledger -> new Restoration(
                                ledger, clock)
                        .run(MARGIN, PAT));
    }

    private Path backUp() throws IOException, InterruptedException {
        HttpResponse<String> response = post("/api/acts", "{\"act\": \"backup\", \"reason\": \"every night\"}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return folder.resolve("backups")
                .resolve(JSON.readTree(response.body()).path("what").asText());
    }

    private void handIn(List<String> patientControlNumbers) {
        try {
            for (String number : patientControlNumbers) {
                JsonNode claim = JSON.readTree(sample);
                ((ObjectNode) claim.get("claimInformation")).put("patientControlNumber", number);
                assertThat(post("/api/claims", claim.toString()).statusCode()).isEqualTo(202);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + config.httpPort() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static List<String> claims(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj("BACKUP%03d"::formatted)
                .toList();
    }

    private static List<String> claimsOf(Ledger ledger, List<StoredInterchange> interchanges) {
        return interchanges.stream()
                .flatMap(one -> ledger.claims().ofInterchange(one.id()).stream())
                .map(claim -> claim.patientControlNumber())
                .toList();
    }

    /** How often each claim is in the files that the partner sees. */
    private Map<String, Integer> arrived() {
        Map<String, Integer> times = new TreeMap<>();
        found("CLM\\*(BACKUP\\d+)\\*").forEach(claim -> times.merge(claim, 1, Integer::sum));
        return times;
    }

    /** ISA13 of each file; none is there twice. */
    private Set<String> numbers() {
        List<String> all = found("\\*00501\\*(\\d{9})\\*");
        assertThat(all).doesNotHaveDuplicates();
        return new TreeSet<>(all);
    }

    /** In the files that are whole. */
    private List<String> found(String pattern) {
        List<String> all = new ArrayList<>();
        for (String name : partner.dropped()) {
            if (!name.startsWith(".")) {
                Matcher matcher =
                        Pattern.compile(pattern).matcher(text(partner.outbound().resolve(name)));
                while (matcher.find()) {
                    all.add(matcher.group(1));
                }
            }
        }
        return all;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void loseWorkFolder() throws IOException {
        try (Stream<Path> files = Files.walk(config.work())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
