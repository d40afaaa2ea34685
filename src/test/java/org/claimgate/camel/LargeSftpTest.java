package org.claimgate.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimgate.ledger.Hashes;
import org.claimgate.ledger.InboxFile;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.NewInterchange;
import org.claimgate.ledger.NewInterchange.TransactionSetNumbers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are far larger than the memory of the gateway, and folders of very many. */
@Tag("large")
class LargeSftpTest {

    private static final int PIECE = 16;

    /** More than an {@code int} counts. */
    private static final long ANSWER = 137_500_000L * PIECE;

    private static final long CLAIMS = 18_750_000L * PIECE;
    private static final int MANY = 10_000;
    private static final String MEMORY = "-Xmx256m";
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    @TempDir
    private Path folder;

    private DropPoint server;
    private TestHome home;

    /** A gateway alone in its process: the arguments are its settings, {@code name=value}. */
    public static final class Alone {

        private Alone() {}

        public static void main(String[] settings) {
            Map<String, String> map = new HashMap<>();
            for (String setting : settings) {
                map.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
            }
            Gateway.start(GatewayConfig.load(Path.of("").toAbsolutePath(), map));
        }
    }

    @BeforeEach
    void open() {
        server = new DropPoint(folder.resolve("partner"));
        // What is picked up is not read here: that is another matter than how it comes and goes.
        home = new TestHome(folder)
                .partner("test", server.profile("test", "[\"*\"]"))
                .set("claimgate.interpretation.period", "86400000");
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void an_answer_beyond_2_gigabytes_and_claims_of_300_megabytes_pass_in_256_megabytes_of_memory() throws Exception {
        Path answer = server.inbound().resolve("large.835");
        write(answer, ANSWER);
        Files.setLastModifiedTime(answer, FileTime.from(Instant.parse("2026-11-22T12:00:00Z")));
        String sha256 = sha256(answer);
        Path expected = folder.resolve("expected");
        write(expected, CLAIMS);
        waiting(Files.readAllBytes(expected));
        Path claims = server.outbound().resolve("test_000000001.x12");

        Process gateway = start();
        try {
            await().atMost(PATIENCE).until(() -> ended(gateway) || (Files.exists(claims) && !Files.exists(answer)));
        } finally {
            gateway.destroy();
            gateway.onExit().join();
        }

        assertThat(Files.mismatch(claims, expected)).isEqualTo(-1);
        try (Ledger ledger = ledger()) {
            InboxFile stored = ledger.queries().files(0, 1).get(0);
            assertThat(stored.size()).isEqualTo(ANSWER);
            assertThat(stored.sha256()).isEqualTo(sha256);
            try (InputStream kept = ledger.inbox().open(stored.id())) {
                assertThat(sha256(kept)).isEqualTo(sha256);
            }
        }
        assertThat(folder.resolve("work/downloads/test")).isEmptyDirectory();
    }

    /** No two pieces are the same. */
    private static void write(Path file, long size) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            byte[] piece = "0".repeat(PIECE).getBytes(StandardCharsets.US_ASCII);
            for (long at = 0; at < size; at += PIECE) {
                out.write(piece);
                countUp(piece);
            }
        }
    }

    private static void countUp(byte[] digits) {
        int digit = digits.length - 1;
        while (digits[digit] == '9') {
            digits[digit--] = '0';
        }
        digits[digit]++;
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return sha256(in);
        }
    }

    private static String sha256(InputStream in) throws IOException {
        MessageDigest digest = Hashes.sha256();
        new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
        return Hashes.hexadecimal(digest);
    }

    @Test
    void a_folder_of_10_000_files_is_emptied_steadily() throws IOException {
        for (int file = 0; file < MANY; file++) {
            Path answer = server.inbound().resolve("answer-" + file + ".835");
            Files.writeString(answer, "content " + file);
            Files.setLastModifiedTime(answer, FileTime.from(Instant.parse("2026-11-22T12:00:00Z")));
        }
        Instant begin = Clock.systemUTC().instant();
        try (Gateway gateway = Gateway.start(home.config())) {
            for (int left = MANY - 1000; left >= 0; left -= 1000) {
                int enough = left;
                await().atMost(PATIENCE).until(() -> server.inbound().toFile().list().length <= enough);
                System.out.printf(
                        "%d files picked up after %d s, %d listings%n",
                        MANY - left,
                        Duration.between(begin, Clock.systemUTC().instant()).toSeconds(),
                        server.listings());
            }
            // A thousand with each poll, and some polls to see that they have settled.
            assertThat(server.listings()).isLessThanOrEqualTo(MANY / 1000 + 4);
            assertThat(gateway.routes())
                    .filteredOn(route -> route.id().equals("pickup-test"))
                    .extracting(RouteReport::failed)
                    .containsExactly(0L);
        }
    }

    private static boolean ended(Process gateway) {
        if (!gateway.isAlive()) {
            throw new IllegalStateException("the gateway ended with status " + gateway.exitValue());
        }
        return false;
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                MEMORY,
                // As ./gateway run has it.
                "-XX:+UseParallelGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                Alone.class.getName()));
        home.config().properties().forEach((name, value) -> command.add(name + '=' + value));
        return new ProcessBuilder(command).inheritIO().start();
    }

    private void waiting(byte[] bytes) throws IOException {
        Files.createDirectories(home.config().work());
        try (Ledger ledger = ledger()) {
            ledger.interchanges()
                    .insert(new NewInterchange(
                            "test",
                            "000000001",
                            "000000001",
                            "test_000000001.x12",
                            "professional-claim",
                            "T",
                            bytes,
                            List.of(new TransactionSetNumbers("0001", "B1", 0))));
        }
    }

    private Ledger ledger() {
        GatewayConfig config = home.config();
        return Ledger.open(config.ledgerUrl(), config.ledgerUser(), config.ledgerPassword(), Clock.systemUTC());
    }
}
