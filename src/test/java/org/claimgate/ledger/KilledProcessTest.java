package org.claimgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a real process in the middle of its work and looks for what it had promised; before that, nobody else gets in. */
class KilledProcessTest {

    private static final String PROMISE = "promised ";
    private static final int ENOUGH = 200;

    @TempDir
    private Path folder;

    @Test
    void aLedgerHasOneProcessAndWhatThatPromisedIsThereAfterItWasKilled() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("ledger");

        List<String> promised = promisesOfAKilledProcess(url);

        assertThat(promised).hasSizeGreaterThanOrEqualTo(ENOUGH);
        try (Ledger ledger = Ledger.open(url, "sa", "", Clock.systemUTC())) {
            assertThat(promised)
                    .allSatisfy(id -> assertThat(ledger.claims().events(id)).hasSize(1));
            assertThat(ledger.claims()
                            .document(promised.get(promised.size() - 1))
                            .path("text")
                            .asText())
                    .hasSize(3000);
        }
    }

    private static List<String> promisesOfAKilledProcess(String url) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PromisingProcess.class.getName(),
                        url)
                .redirectErrorStream(true)
                .start();
        List<String> promised = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(PROMISE)) {
                    promised.add(line.substring(PROMISE.length()));
                }
                if (promised.size() == ENOUGH) {
                    assertThatThrownBy(() -> Ledger.open(url, "sa", "", Clock.systemUTC()))
                            .hasMessageContaining("is open in another process");
                    // The handle leaves the stream open: what was said before the end is still read.
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return promised;
    }
}
