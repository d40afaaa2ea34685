package org.claimgate.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as its user sees it. */
class DemoTest {

    @TempDir
    Path scratch;

    private final StringWriter out = new StringWriter();
    private final AtomicReference<String> overview = new AtomicReference<>();

    @Test
    void every_sample_claim_ends_as_it_should() throws Exception {
        assertThat(demo(Duration.ofSeconds(110))).as(out.toString()).isTrue();

        assertThat(out.toString())
                .contains("READY > BATCHED > SENT > RECEIVED > ACCEPTED > PAID > REVERSED > PAID")
                .contains("REJECTED_999", "IK403:7 /claimInformation/healthCareCodeInformation/0/diagnosisCode")
                .contains("Batch rejected (277CA A3:24:41)")
                .containsPattern("-> sandbox_\\d{9}\\.x12")
                .containsPattern("<- sandbox_\\d{9}\\.3\\.277CA\\.x12")
                .containsPattern("LFP260009 +reversed +charged +-412 +paid +-412")
                .containsPattern("All \\d+ claims ended as their samples expect");
        assertThat(overview.get()).contains("pickup-sandbox");
    }

    @Test
    void when_patience_ends_it_says_which_claims_are_where() throws Exception {
        assertThat(demo(Duration.ZERO)).isFalse();

        assertThat(out.toString())
                .contains("not everything is as it should be")
                .containsPattern("837P/paid-office-visit is at (submitted|READY.*), expected PAID");
    }

    private boolean demo(Duration patience) throws Exception {
        Demo demo = new Demo(
                Path.of("").toAbsolutePath(),
                scratch,
                new PrintWriter(out, true),
                false,
                Clock.system(ZoneOffset.UTC),
                patience,
                "test");
        return demo.run(page -> overview.set(read(page)));
    }

    private static String read(String page) {
        try (InputStream in = URI.create(page).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreachable) {
            throw new AssertionError(unreachable);
        }
    }
}
