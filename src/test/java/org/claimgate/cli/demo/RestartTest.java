package org.claimgate.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.claimgate.camel.Queues;
import org.claimgate.house.Waiting;
import org.claimgate.ledger.ClaimEvent;
import org.junit.jupiter.api.io.TempDir;

/** Parts are stopped in the middle of the demo's work and started again: all claims still end once, rightly. */
class RestartTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern CLAIM_NUMBER = Pattern.compile("CLM\\*([^*]+)\\*");

    @TempDir
    Path scratch;

    private final List<Sample> samples = samples();
    private final Watch watch = new Watch(samples);

    @Waiting
    void the_sftp_server_goes_away_and_comes_back() throws Exception {
        try (DemoHouse house = open()) {
            house.startSandbox();
            house.startGateway();
            house.stopSandbox();
            submit(house);
            waitFor(house, tracks -> count(tracks, "BATCHED") > 0);
            house.startSandbox();
            waitFor(house, tracks -> count(tracks, "RECEIVED") > 0);
            house.stopSandbox();
            house.startSandbox();
            assertThatAllEndOnce(house);
        }
    }

    @Waiting
    void gateway_and_broker_stop_at_every_stage_once_with_the_sandbox_and_start_again() throws Exception {
        try (DemoHouse house = open()) {
            house.startSandbox();
            house.startGateway();
            submit(house);
            for (String stage : List.of("READY", "SENT", "PAID")) {
                waitFor(house, tracks -> count(tracks, stage) > 0);
                house.stopGateway();
                if (stage.equals("SENT")) {
                    house.stopSandbox();
                    house.startSandbox();
                }
                house.startGateway();
            }
            assertThatAllEndOnce(house);
        }
    }

    private DemoHouse open() throws IOException {
        return new DemoHouse(Path.of("").toAbsolutePath(), scratch, Clock.system(ZoneOffset.UTC));
    }

    private void submit(DemoHouse house) throws Exception {
        try (QueueClient queues = house.queues()) {
            queues.submit(Queues.CLAIMS, samples);
        }
    }

    /** Claims that went through a state, whatever came after. */
    private static long count(List<Track> tracks, String state) {
        return tracks.stream()
                .filter(track -> track.events().stream()
                        .anyMatch(event -> event.state().name().equals(state)))
                .count();
    }

    private void waitFor(DemoHouse house, Predicate<List<Track>> condition) {
        await().atMost(PATIENCE)
                .until(() -> condition.test(watch.tracks(house.gateway().ledger())));
    }

    private void assertThatAllEndOnce(DemoHouse house) throws Exception {
        try (QueueClient queues = house.queues()) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                watch.listen(queues);
                List<Track> tracks = watch.tracks(house.gateway().ledger());
                assertThat(tracks).allSatisfy(track -> assertThat(track.isDone())
                        .as("%s at %s", track.sample().name(), track.path())
                        .isTrue());
                assertThat(tracks).allSatisfy(track -> assertThat(watch.isToldOnce(track))
                        .as("payment messages of %s", track.sample().name())
                        .isTrue());
            });
        }
        for (Track track : watch.tracks(house.gateway().ledger())) {
            assertThat(track.events().stream().map(ClaimEvent::kind).filter(RestartTest::happensOnce))
                    .as("events of %s", track.sample().name())
                    .doesNotHaveDuplicates();
        }
        assertThat(droppedClaims()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(droppedClaims()).hasSize((int) samples.stream()
                .filter(sample -> !sample.expected().text().equals("REFUSED"))
                .count());
    }

    private static boolean happensOnce(String kind) {
        return List.of("TAKEN_IN", "REFUSED", "BATCHED", "SENT", "REVERSED_835").contains(kind);
    }

    /** CLM01 of every claim in every file that the clearinghouse took, for all users. */
    private List<String> droppedClaims() throws IOException {
        List<String> numbers = new ArrayList<>();
        try (Stream<Path> files = Files.walk(scratch.resolve("sandbox/desk"))) {
            for (Path file :
                    files.filter(path -> path.getParent().endsWith("processed")).toList()) {
                Matcher matcher = CLAIM_NUMBER.matcher(Files.readString(file, UTF_8));
                while (matcher.find()) {
                    numbers.add(matcher.group(1));
                }
            }
        }
        return numbers;
    }

    private static List<Sample> samples() {
        try {
            return Sample.load(Path.of("edi-samples"));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
